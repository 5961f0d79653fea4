/** Schemas and their keywords. */
import { entry, type Nothing } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const schemaEntries = {
  "schema-dialect-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) =>
      `The document asks for the schema dialect ${quote(found)}; its schemas are read as JSON Schema 2020-12.`,
    help: () => "Remove jsonSchemaDialect, and write the schemas in the words of JSON Schema 2020-12.",
    explanation:
      "From 3.1 on, schemas of OpenAPI are JSON Schema 2020-12, and a document may name another dialect for them. Older drafts differ in few words (items and additionalItems for tuples, booleans in exclusiveMinimum, definitions), which are understood; other dialects are not known.",
  }),
  "prose-type-mismatch": entry<{ key: string; found: string; expected: string }>({
    severity: "warning",
    message: ({ key, found, expected }) =>
      `The value of ${quote(key)} is ${found}; ${expected} was expected. It is left out.`,
    help: ({ found }) =>
      found === "a list"
        ? "In YAML, text in square brackets is a list: put quotes around it, or correct it by an overlay."
        : "Correct the value in the document, or by an overlay.",
    explanation:
      "The value is only shown to people (a title, a description, a contact), so the rest goes on without it. Correct it, in the document or by an overlay. YAML reads [text in brackets] as a list; text with brackets needs quotes.",
  }),
  "value-type-mismatch": entry<{ key: string; found: string; expected: string }>({
    severity: "warning",
    message: ({ key, found, expected }) =>
      `The value of ${quote(key)} is ${found}; ${expected} was expected. It is left out.`,
    help: () => "Correct the value in the document, or by an overlay.",
    explanation:
      "What is generated depends on this value, so it is not guessed: it counts as absent. Where an operation cannot be right without it, the operation is left out, which is then said too.",
  }),
  "value-read-as": entry<{ key: string; found: string; expected: string; meant: string }>({
    severity: "warning",
    message: ({ key, found, expected, meant }) =>
      `The value of ${quote(key)} is ${shorten(found)}; ${expected} was expected. It is read as ${shorten(meant)}.`,
    help: ({ meant }) => `Write ${shorten(meant)}.`,
    explanation:
      "The value is of another type than it must be, but only one thing can be meant by it. In YAML 1.2 the booleans are true and false alone (yes, no, on and off are text); quotes make text of a number or a boolean, and a text that looks like one needs them. What was meant is taken; write it so.",
  }),
  "schema-invalid": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) => `A schema is expected here, and there is ${found}.`,
    help: () => "A schema is an object, or true or false.",
    explanation: "Schemas are objects (or booleans) of JSON Schema.",
  }),
  "enum-extension-unused": entry<{ key: string; problem: string }>({
    severity: "warning",
    message: ({ key, problem }) => `${key} is not used: it ${shorten(problem)}.`,
    help: () => "Write a list with one text for each value of the enum, in the same order.",
    explanation:
      "x-enum-varnames and x-enumNames name the members of an enum's object, x-enum-descriptions and x-enumDescriptions comment them: a list with a text for each value (names each once), or for descriptions an object by value. Without names that can be used they follow from the values.",
  }),
  "schema-circular": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The schema ${quote(name)} is made of itself, so it says nothing; it stands for any value.`,
    help: () => "Break the circle: a schema may refer to itself from a property or an item, not as a part of itself.",
    explanation:
      "By $ref, allOf, anyOf or oneOf alone the schema leads back to itself, with no property or item in between. No value can be told to fit it or not.",
  }),
  "discriminator-not-text": entry<{ property: string; type: string }>({
    severity: "warning",
    message: ({ property, type }) =>
      `The discriminator's property ${quote(property)} is of type ${shorten(type)}; the discriminator is left out.`,
    help: () => "Name a property that is a string, or map each value of it to a schema.",
    explanation:
      "A discriminator says by the text of a property which schema a value has: by the schema's name, or by a key of the mapping. A property of another type has no such text, unless all keys of a mapping write values of its type (`true`, `1`). The schemas are still a union, told apart by what differs in them.",
  }),
  "schema-too-many-combinations": entry<{ limit: number }>({
    severity: "warning",
    message: ({ limit }) =>
      `A schema is all of several unions, with more than ${limit} combinations; those beyond say nothing.`,
    help: () => "Describe the alternatives as optional properties of one object.",
    explanation:
      "An allOf of unions is the union of all combinations of their alternatives. TypeScript gives up beyond 100,000, so unions that lead there are left out of the type, and of what fixtures are checked against.",
  }),
  "schema-type-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) =>
      `The type ${shorten(found)} is not one of JSON Schema's: string, number, integer, boolean, array, object, null.`,
    help: () => "Correct the type, or leave it out where any value is allowed.",
    explanation: "The keyword type names one of seven types, or a list of them.",
  }),
  "enum-contradicts-type": entry<{ value: string; type: string; outcome: string }>({
    severity: "warning",
    message: ({ value, type, outcome }) =>
      `The enum has the value ${shorten(value)}, and the type beside it is ${type}. ${outcome}.`,
    help: () => "Correct the type, or the values: in YAML, a text that looks like a number or a boolean needs quotes.",
    explanation:
      "No value can be of the type and in the enum, so one of the two is a mistake. Values that can be written as the type asks are taken for it, those on a list for the values of its items; otherwise the values count, and the type does not.",
  }),
  "items-missing": entry<Nothing>({
    severity: "warning",
    message: () =>
      "A list does not say what its items are, which this version of OpenAPI requires. They may be anything, unless examples show what they are.",
    help: () => "Add items: a schema for all items; or items: {}, where they may be anything.",
    explanation:
      "Up to OpenAPI 3.0, a schema with type: array must have items. From 3.1 on it need not: without them, items may be anything, and so they may here.",
  }),
  "items-list": entry<Nothing>({
    severity: "warning",
    message: () => "The items are a list of schemas, which OpenAPI does not allow. It is read as prefixItems.",
    help: () =>
      "From OpenAPI 3.1 on, write prefixItems for a list whose first items have schemas of their own; before, one schema for all items.",
    explanation:
      "Older JSON Schema described lists of fixed places by a list of schemas in items. OpenAPI 2.0 and 3.0 have one schema for all items, JSON Schema 2020-12 has prefixItems.",
  }),
  "reference-siblings": entry<{ key: string }>({
    severity: "warning",
    message: ({ key }) =>
      `What stands beside a $ref has no effect in this version of OpenAPI; ${quote(key)} is left out.`,
    help: () => "Put the reference and the other keywords into allOf, or use OpenAPI 3.1.",
    explanation:
      "Before 3.1, an object with $ref is a reference and nothing else. What only describes (description, default, deprecated, readOnly, ...) and nullable are kept all the same.",
  }),
  "example-and-examples": entry<Nothing>({
    severity: "warning",
    message: () => "There are both example and examples here, which exclude each other; both are used.",
    help: () => "Move the example into examples, or remove it.",
    explanation:
      "example and examples are mutually exclusive. Here each is a fixture: example is the one called default, and comes first.",
  }),
  "example-not-json": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `The example is text where JSON is expected, and no JSON: ${shorten(reason)}. It is left out.`,
    help: () => "Correct the text, or write the example as a value.",
    explanation:
      "The body is JSON, and the example is given as text, which is then taken to be the JSON text of the body.",
  }),
};
