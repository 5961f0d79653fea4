/**
 * Every diagnostic that exists: severity, sentence, help, explanation. Codes are stable: users silence and search by
 * them. In order of the stage that reports them.
 */
import type { CatalogueEntry } from "./diagnostics.js";

function entry<P>(definition: CatalogueEntry<P>): CatalogueEntry<P> {
  return definition;
}

/** For messages that name nothing. */
type Nothing = Readonly<Record<string, never>>;

export const catalogue = {
  // load
  "document-not-found": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The file ${quote(path)} cannot be read: ${reason}.`,
    help: () =>
      "Check the path; it is relative to the working directory, or to the config file where it is named there.",
    explanation:
      "The document, an overlay or an example is not where the command or the config says, or may not be read. Nothing was written.",
  }),
  "document-empty": entry<Nothing>({
    severity: "error",
    message: () => "The file is empty; YAML or JSON was expected.",
    help: () => "Check that the file was written or downloaded completely.",
    explanation: "The file has nothing but white space in it.",
  }),
  "document-encoding": entry<{ found: string }>({
    severity: "error",
    message: ({ found }) => `The file holds ${found}; UTF-8 was expected.`,
    help: () => "Save the file as UTF-8.",
    explanation:
      "JSON and YAML are read as UTF-8. Bytes that are not UTF-8 would turn into replacement characters in names and types, so the file is refused.",
  }),
  "document-not-object": entry<{ found: string; expected: string }>({
    severity: "error",
    message: ({ found, expected }) => `The file holds ${found}; ${expected} was expected.`,
    help: () => "Check that this is the file that was meant, not an error page or another one.",
    explanation:
      "Files are YAML or JSON, and the root of an OpenAPI document is an object (a map, in YAML). A page that begins with < is often what a server sends in place of a file that is not there.",
  }),
  "yaml-syntax": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `The file is neither YAML 1.2 nor JSON: ${shorten(reason)}.`,
    help: () => "Correct the syntax at this place; the cause may stand on the line before.",
    explanation:
      "The parser could not make sense of the text. YAML 1.2 is expected; JSON is a part of it. Tags such as !!binary or !custom are refused, since JSON has nothing like them.",
  }),
  "yaml-several-documents": entry<Nothing>({
    severity: "error",
    message: () => "The file holds several YAML documents, the second of which begins here; one was expected.",
    help: () => "Put each document into a file of its own, or remove the line of three dashes.",
    explanation:
      "A line of three dashes ends a YAML document, and another may follow. Nothing would say which of them is meant, so a file has one.",
  }),
  "yaml-version": entry<{ version: string }>({
    severity: "warning",
    message: ({ version }) => `The file asks for YAML ${version}; it is read as YAML 1.2.`,
    help: () => "Remove the %YAML line, and put quotes around words such as yes, no, on and off where text is meant.",
    explanation:
      "In YAML 1.1 words such as NO mean false and numbers such as 0777 are octal. OpenAPI recommends YAML 1.2, where they do not.",
  }),
  "yaml-merge-key": entry<Record<string, never>>({
    severity: "warning",
    message: () => 'The merge key "<<" is no part of YAML 1.2; it is followed all the same.',
    help: () => "Write the members out, or refer to a component with $ref.",
    explanation:
      "YAML 1.1 merges the members of the map behind << into the map that it stands in; members that are written out there win. Many YAML 1.2 parsers take << for a key like any other.",
  }),
  "yaml-number-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) => `JSON does not have the number ${shorten(found)}; it is read as text.`,
    help: () => "Write another value, or put quotes around it where text is meant.",
    explanation: "OpenAPI documents are JSON, written as YAML, and JSON has neither infinity nor NaN.",
  }),
  "yaml-value-unsupported": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `YAML that JSON cannot express: ${shorten(what)}.`,
    help: () => "Write the value as plain JSON would.",
    explanation: "OpenAPI documents are JSON, written as YAML: only what JSON can express has a meaning in them.",
  }),
  "yaml-key-unsupported": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `A key that JSON cannot express: ${shorten(what)}.`,
    help: () => "Use each key once, as plain text.",
    explanation: "Keys of an OpenAPI document are strings, each once in its object.",
  }),
  "yaml-too-large": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `The file is refused as a whole: it ${what}.`,
    help: () =>
      "Nest less deeply, and repeat less; in an OpenAPI document, write repeated parts as components with $ref.",
    explanation: "Limits on depth and on the expansion of aliases protect against files made to exhaust memory.",
  }),
  "number-imprecise": entry<{ digits: string }>({
    severity: "warning",
    message: ({ digits }) => `The number ${shorten(digits)} has more digits than a JavaScript number keeps.`,
    help: () => "Where exact digits matter, give it the format int64 and set int64 in the config to bigint or string.",
    explanation:
      'JavaScript numbers are exact up to 9007199254740991. A longer integer is rounded to the nearest number that there is, by whatever runs the generated code: the code itself has all digits. With int64: "bigint" or "string" in the config (--int64) nothing is rounded where a schema says format: int64 (docs/enums-and-int64.md).',
  }),

  // overlay
  "overlay-invalid": entry<{ found: string; expected: string }>({
    severity: "error",
    message: ({ found, expected }) => `The overlay has ${shorten(found)}; expected was ${shorten(expected)}.`,
    help: () =>
      "Correct the overlay at this place; https://spec.openapis.org/overlay/v1.1.0.html describes every field.",
    explanation:
      "An overlay has the fields overlay (1.0.x or 1.1.x), info (with title and version) and actions. Each action has a target, which is a JSONPath expression (RFC 9535), and one of update, remove and copy. An overlay that is not as specified is not applied at all.",
  }),
  "json-path-invalid": entry<{ expression: string; problem: string }>({
    severity: "error",
    message: ({ expression, problem }) => `${quote(expression)} is not a JSONPath expression: ${problem}.`,
    help: () =>
      "Names with other characters than letters, digits and _ are written in brackets and quotes: $.paths['/users'].get",
    explanation:
      "Expressions are JSONPath as RFC 9535 defines it. Dialects of older libraries differ, above all in filters: [?@.name == 'x'], not [?(@.name = 'x')].",
  }),
  "overlay-field-unknown": entry<{ field: string; known: readonly string[] }>({
    severity: "warning",
    message: ({ field }) => `The field ${quote(field)} is not known in an overlay here; it is ignored.`,
    help: ({ known }) => `The fields here are ${known.join(", ")}; the name of any other begins with x-.`,
    explanation:
      "A field that no version of the specification knows is often a typing mistake, and then the overlay does not do what was meant. Correct its name, or let it begin with x-.",
  }),
  "overlay-action-idle": entry<Nothing>({
    severity: "warning",
    message: () => "The action has none of update, copy and remove: true; it changes nothing.",
    help: () => "Say what the action does, or delete it.",
    explanation: "All fields of an action but its target are optional, so this is allowed, but it is seldom meant.",
  }),
  "overlay-target-unmatched": entry<{ target: string }>({
    severity: "warning",
    message: ({ target }) => `${quote(target)} selects nothing in the document; the action changes nothing.`,
    help: () =>
      "Compare each name with the document as the actions before left it. A name with other characters than letters, digits and _ is written ['like-this'].",
    explanation:
      "The specification allows a target that selects nothing. It often means that the document has changed, or that a name is misspelt. Delete the action if it is no longer needed.",
  }),
  "overlay-target-primitive": entry<{ at: string }>({
    severity: "error",
    message: ({ at }) =>
      `The target selects a single value (at ${quote(at)}), which an overlay of version 1.0 cannot change by itself.`,
    help: () => "Say overlay: 1.1.0, or let the target select the object around it and update its property.",
    explanation:
      "In Overlay 1.0 the target of an update is an object or an array, and items of an array that are strings, numbers, booleans or null cannot be removed one by one. Overlay 1.1 allows both.",
  }),
  "overlay-targets-mixed": entry<{ target: string; kinds: readonly string[] }>({
    severity: "error",
    message: ({ target, kinds }) => `${quote(target)} selects ${kinds.join(" and ")}; nodes of one kind were expected.`,
    help: () => "Split the action, or make the target narrower.",
    explanation:
      "The nodes that an update or copy of Overlay 1.1 selects must be all objects, all arrays or all primitive values.",
  }),
  "overlay-root-removed": entry<Nothing>({
    severity: "error",
    message: () => "The target selects the whole document, which cannot be removed.",
    help: () => "Let the target select what is to be removed, such as $.servers.",
    explanation: "remove takes a node out of the object or array that holds it; nothing holds the root.",
  }),
  "overlay-copy-ambiguous": entry<{ source: string; count: number }>({
    severity: "error",
    message: ({ source, count }) => `${quote(source)} selects ${count} nodes; copy expects one.`,
    help: () => "Make the expression narrower, or write one action for each.",
    explanation: "The field copy selects the single node whose value is merged into the targets.",
  }),
  "overlay-merge-conflict": entry<{ incoming: string; present: string; uri: string; pointer: string }>({
    severity: "error",
    message: ({ incoming, present, uri, pointer }) =>
      `The action brings ${incoming} where the document has ${present} (${shorten(uri)}, at ${quote(pointer)}).`,
    help: () =>
      "To replace a value by one of another kind, remove it in one action and put the new one in by the next.",
    explanation:
      "An overlay merges: objects key by key, arrays by appending, single values by replacing one another. Other combinations are an error in the specification.",
  }),

  // resolve
  "reference-not-found": entry<{ reference: string }>({
    severity: "warning",
    message: ({ reference }) => `The reference ${quote(reference)} leads nowhere: there is nothing at that place.`,
    help: () =>
      "Check the spelling (it is case-sensitive), or add what is missing to the components, by an overlay if need be.",
    explanation:
      "A $ref names a place in a document by a JSON Pointer, and there is nothing at that place. A schema with such a reference stands for any value; an operation that needs what is missing is left out.",
  }),
  "reference-not-text": entry<Nothing>({
    severity: "warning",
    message: () => 'The value of $ref is not text; a reference such as "#/components/schemas/Pet" was expected.',
    help: () => "Write the reference as a string.",
    explanation: "$ref holds a URI reference, which is text.",
  }),
  "reference-malformed": entry<{ reference: string }>({
    severity: "warning",
    message: ({ reference }) =>
      `The reference ${quote(reference)} is neither a JSON Pointer (after the # a path of /names) nor the name of an $anchor.`,
    help: () => "Write ~ as ~0 and / as ~1 inside of names (RFC 6901).",
    explanation:
      "The part of a reference after # is a JSON Pointer (empty, or names each behind a slash, with ~ only in ~0 and ~1), or the name that a schema of that file gives itself by $anchor.",
  }),
  "reference-kind-mismatch": entry<{ reference: string; found: string; expected: string }>({
    severity: "warning",
    message: ({ reference, found, expected }) =>
      `The reference ${quote(reference)} leads to ${found}; ${expected} was expected.`,
    help: () => "Name what is meant behind the #, as in other.yml#/components/schemas/Pet.",
    explanation:
      "What a reference leads to takes its place, so it must be what is expected there. A reference without # means a file as a whole.",
  }),
  "reference-outside": entry<{ reference: string }>({
    severity: "error",
    message: ({ reference }) =>
      `The reference ${quote(reference)} leads out of the folder of the document; nothing is read there unless the config allows it.`,
    help: () =>
      "If the document may be trusted with it, name the folder in refs.roots (--ref-root), or the host of an https: URL in refs.hosts (--ref-host).",
    explanation:
      "A document is not trusted to make this machine read files or call servers. References are followed to files below the folder of the document, and elsewhere only where the config says so: refs.roots names further folders, refs.hosts the hosts of https: URLs. Links in the file system count as what they lead to. Nothing else is ever opened: no http:, no file:, no other scheme, no network share, no URL with a password.",
  }),
  "reference-unreadable": entry<{ reference: string; reason: string }>({
    severity: "warning",
    message: ({ reference, reason }) =>
      `The reference ${quote(reference)} leads to a file that cannot be read: ${shorten(reason)}.`,
    help: () => "Paths are relative to the file that holds the reference; upper and lower case differ.",
    explanation:
      "The file is not there, may not be read, or is neither YAML nor JSON. A schema with such a reference stands for any value; an operation that needs what is missing is left out.",
  }),
  "reference-version": entry<{ found: string; expected: string }>({
    severity: "warning",
    message: ({ found, expected }) =>
      `The reference leads to a document that says ${quote(found)}; what it brings is read as ${quote(expected)}, like the document that refers to it.`,
    help: () => "Convert one of the two, so that both are of one version.",
    explanation:
      "The versions of OpenAPI differ in what schemas mean (nullable, exclusiveMinimum, keywords beside $ref). One run reads everything as the version of the document that it was given.",
  }),
  "reference-limit": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `The references of this document are too much: ${what}.`,
    help: () => "Split the document, or bundle it with fewer files.",
    explanation: "Limits on files, bytes and depth protect against documents made to exhaust memory.",
  }),
  "reference-cycle": entry<{ reference: string }>({
    severity: "warning",
    message: ({ reference }) => `The reference ${quote(reference)} leads back to itself.`,
    help: () => "Replace one of the references in the circle by what it should mean. Only schemas may be recursive.",
    explanation: "A parameter, response or the like that refers to itself has no content of its own.",
  }),
  "dynamic-reference": entry<{ reference: string }>({
    severity: "warning",
    message: ({ reference }) =>
      `The dynamic reference ${quote(reference)} may mean another schema for each schema that leads here; it is read as a plain reference.`,
    help: () => "Where types are to differ, write the schema out for each use, with $ref.",
    explanation:
      "$dynamicRef means the outermost $dynamicAnchor of its name on the way that led to it. More than one schema has this anchor, so the meaning depends on the way. The anchor nearest to the reference is taken; where that is a placeholder which allows nothing, any value.",
  }),

  // normalise
  "key-missing": entry<{ key: string; owner: string }>({
    severity: "error",
    message: ({ key, owner }) => `The key ${quote(key)} is missing from ${owner}, where OpenAPI requires it.`,
    help: ({ key }) => `Add ${quote(key)}, in the document or by an overlay.`,
    explanation:
      "OpenAPI requires this key, and what it says cannot be guessed. Add it, in the document or by an overlay.",
  }),
  "key-misplaced": entry<{ key: string; home: string }>({
    severity: "warning",
    message: ({ key }) =>
      `The key ${quote(key)} is Swagger 2.0's and has no meaning in the document; what is in it counts only where a reference leads there.`,
    help: ({ home }) => `Move what is in it to ${home}, and the references with it.`,
    explanation:
      "OpenAPI 3 keeps what is shared under components: schemas, parameters, responses, securitySchemes. References to other places of the document are followed all the same. Move what is there below components, and the references with it.",
  }),
  "schema-dialect-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) =>
      `The document asks for the schema dialect ${quote(found)}; its schemas are read as JSON Schema 2020-12.`,
    help: () => "Remove jsonSchemaDialect, and write the schemas in the words of JSON Schema 2020-12.",
    explanation:
      "From 3.1 on, schemas of OpenAPI are JSON Schema 2020-12, and a document may name another dialect for them. Older drafts differ in few words (items and additionalItems for tuples, booleans in exclusiveMinimum, definitions), which are understood; other dialects are not known.",
  }),
  "key-unknown": entry<{ key: string; owner: string; nearest?: string | null }>({
    severity: "warning",
    message: ({ key, owner }) => `The key ${quote(key)} has no meaning in ${shorten(owner)}; it is ignored.`,
    help: ({ nearest = null }) =>
      nearest === null
        ? "Check the spelling; keys of your own begin with x-."
        : `Write ${quote(nearest)}, if that is what is meant; keys of your own begin with x-.`,
    explanation:
      "OpenAPI defines no such key here, in any version. It is often a typing mistake, or a key of the object around. Correct its name, or let it begin with x-.",
  }),
  "part-incomplete": entry<{ key: string; part: string }>({
    severity: "warning",
    message: ({ key, part }) =>
      `The key ${quote(key)} is missing from ${part}, where OpenAPI requires it, or has nothing in it; ${part} is left out.`,
    help: ({ key }) => `Add ${quote(key)}, in the document or by an overlay.`,
    explanation:
      "OpenAPI requires this key, and what it says cannot be guessed. The part is left out; where an operation needs it, so is the operation, which is then said too. Add the key, in the document or by an overlay.",
  }),
  "name-empty": entry<{ what: string }>({
    severity: "warning",
    message: ({ what }) => `The name of ${what} is empty; it counts as absent.`,
    help: () => "Give it a name, or remove the key.",
    explanation: "Names identify things, so an empty one says nothing.",
  }),
  "version-unsupported": entry<{ found: string }>({
    severity: "error",
    message: ({ found }) => `The document says ${quote(found)}; Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2 was expected.`,
    help: ({ found }) =>
      found.startsWith("swagger")
        ? "Convert the document to Swagger 2.0 or OpenAPI 3, for example with api-spec-converter."
        : "Correct the version, or ask whoever wrote the document for one of these.",
    explanation:
      "This version reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2. Swagger 1.x described an API in several files of another shape; converters turn these into one document.",
  }),
  "swagger-value-ignored": entry<{ key: string; found: string; expected: string }>({
    severity: "warning",
    message: ({ key, found, expected }) =>
      `The value of ${quote(key)} is ${shorten(found)}; ${expected} was expected. It is ignored.`,
    help: () => "Correct the value in the document, or by an overlay.",
    explanation: "Swagger 2.0 knows no such value here, so it is as if nothing stood there.",
  }),
  "collection-format-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) => `${shorten(found)} is no collectionFormat; the items are separated by commas.`,
    help: () => "The formats are csv, ssv, tsv and pipes, and multi in queries and forms.",
    explanation: "In Swagger 2.0, collectionFormat says how the items of a list are separated. Without one, it is csv.",
  }),
  "collection-format-unsupported": entry<{ format: string; place: string; used: string }>({
    severity: "warning",
    message: ({ format, place, used }) =>
      `The collectionFormat ${quote(format)} cannot be written in ${place}; ${used} ${used === "JSON text" ? "is" : "are"} sent instead.`,
    help: () => "Describe the parameter as a string, and let the caller write the list, if the server insists.",
    explanation:
      "OpenAPI 3 has no style with tabs, none but commas in paths and headers, and none for a list within a list; multi, which repeats the name, needs a name in what is sent.",
  }),
  "body-parameter-left-out": entry<{ name: string; reason: string }>({
    severity: "warning",
    message: ({ name, reason }) => `The parameter ${quote(name)} is left out: ${reason}.`,
    help: () => "Describe the body by one parameter in body, or by parameters in formData.",
    explanation:
      "A request has one body. In Swagger 2.0 either one parameter in body describes it, or parameters in formData do, one for each field.",
  }),
  "example-media-type-unknown": entry<{ mediaType: string }>({
    severity: "warning",
    message: ({ mediaType }) => `The example ${quote(mediaType)} is for no media type of this body; it is left out.`,
    help: () => "Name the example after one of the media types that the operation produces or consumes.",
    explanation: "In Swagger 2.0, the keys of examples are media types that the operation has.",
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
  "server-variable-undefined": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) =>
      `The server's URL has the variable ${quote(`{${name}}`)}, which its variables do not define; the server is left out.`,
    help: () => "Define it under variables, with a default; or pass baseUrl to the generated client.",
    explanation:
      "Every {name} in a server URL needs a definition with a default value. Without one nobody can know where calls go.",
  }),
  "server-url-invalid": entry<{ url: string }>({
    severity: "warning",
    message: ({ url }) => `The server's URL ${quote(url)} is none that can be called; the server is left out.`,
    help: () => "Write a host behind the scheme; or pass baseUrl to the generated client.",
    explanation: "A URL with a scheme needs a host, without spaces, and a port, if any, that is a number.",
  }),
  "server-variable-default": entry<{ name: string; value: string }>({
    severity: "warning",
    message: ({ name, value }) =>
      `The default ${quote(value)} of the server variable ${quote(name)} is none of the values in its enum; it is used all the same.`,
    help: () => "Correct the default, or add it to the enum.",
    explanation: "The default of a server variable must be one of the values that the variable may have.",
  }),
  "security-scheme-invalid": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The security scheme ${quote(name)} is incomplete or of an unknown type; it is ignored.`,
    help: () => "An apiKey scheme has name and in (header, query or cookie); an http scheme has scheme.",
    explanation: "The types of security schemes are apiKey, http, oauth2, openIdConnect and mutualTLS.",
  }),
  "extension-value-unknown": entry<{ key: string; found: string; expected: string }>({
    severity: "warning",
    message: ({ key, found, expected }) =>
      `The value of ${quote(key)} is ${shorten(found)}; ${expected} was expected. It is ignored.`,
    help: ({ expected }) => `Write ${expected}, or remove the extension.`,
    explanation:
      "The extension x-exemplar-in says where a credential goes that OpenAPI has no words for: form, on a scheme of type apiKey, makes it a field of the form body. x-exemplar-webhook-signature, at the top of the document, says how the requests of webhooks are signed; it needs a header, and content with {body} in it. x-exemplar-pagination says how an operation is paginated (docs/pagination.md). Remove the extension where that is not meant.",
  }),
  "operations-missing": entry<Nothing>({
    severity: "warning",
    message: () => "The document has no operations: the package has nothing to call.",
    help: () => "Check that this is the right document, and that its paths are filled in.",
    explanation: "An empty paths object is legal OpenAPI, and is often a document that was cut or filtered by mistake.",
  }),
  "operation-left-out": entry<{ name: string; reason: string }>({
    severity: "warning",
    message: ({ name, reason }) => `The operation ${shorten(name)} is left out: ${shorten(reason)}.`,
    help: () => "Correct what is wrong, in the document or by an overlay; another message may say more.",
    explanation:
      "What the document says of this operation cannot be generated truthfully: a call would not be what the server expects. The rest is generated. With --strict this is an error.",
  }),
  "method-invalid": entry<{ method: string }>({
    severity: "warning",
    message: ({ method }) => `${quote(method)} cannot be the key of an additional operation; it is left out.`,
    help: () => "Write an HTTP method as it is sent; those that have a key of their own (get, post, ...) belong there.",
    explanation:
      "The keys of additionalOperations are methods as they are sent: tokens of RFC 9110, but none of those with a key of their own in a path item.",
  }),
  "path-invalid": entry<{ path: string; reason: string }>({
    severity: "warning",
    message: ({ path, reason }) => `The path ${quote(path)} ${reason}; its operations are left out.`,
    help: () => "Begin the path with /, and write it as it is sent.",
    explanation:
      "Paths are appended to the server's URL and must begin with a slash. Steps such as /../ are taken before a URL is sent, so requests would go elsewhere.",
  }),
  "path-template-malformed": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) =>
      `The path ${quote(path)} has a brace that is no part of a parameter such as {id}; it is sent as it is written.`,
    help: () => "Close the brace, and name the parameter in it; or write %7B and %7D where braces are meant.",
    explanation:
      "A parameter in a path is a name in braces. A brace without its partner, or with nothing in it, is text, which is seldom meant.",
  }),
  "parameter-duplicate": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The parameter ${quote(name)} stands a second time in one list; this one counts.`,
    help: () => "Remove one of the two.",
    explanation: "A list of parameters must not have two of the same name and location. The last one is used.",
  }),
  "parameter-name-shared": entry<{ name: string; members: readonly string[] }>({
    severity: "warning",
    message: ({ name, members }) =>
      `The object ${quote(name)} is spread over the names of its members, and another parameter has ${members.slice(0, 3).map(quote).join(", ")}${members.length > 3 ? " and others" : ""}, too: a server cannot tell them apart.`,
    help: () => "Rename one of them, or write the object with the style deepObject.",
    explanation:
      "In the style form with explode, an object in a query is one pair for each of its members, without its own name. What has the name of another parameter is read as that one's; fixtures leave it out of the object.",
  }),
  "parameter-in-invalid": entry<{ name: string; found: string }>({
    severity: "warning",
    message: ({ name, found }) =>
      `The parameter ${quote(name)} is in ${quote(found)}; path, query, header or cookie was expected. It is left out.`,
    help: ({ name, found }) =>
      found === "body"
        ? "This is Swagger 2.0: write requestBody: { content: { application/json: { schema: ... } } } beside the parameters."
        : found === "formData"
          ? `This is Swagger 2.0: make ${quote(name)} a property of requestBody.content["application/x-www-form-urlencoded"].schema, or of multipart/form-data for files.`
          : "Correct the location; case matters.",
    explanation:
      "The location of a parameter decides how it is sent. An operation that requires a parameter of an unknown location is left out. Swagger 2.0's body and formData parameters are a requestBody in OpenAPI 3.",
  }),
  "parameter-style-invalid": entry<{ name: string; style: string; place: string; instead: string | null }>({
    severity: "warning",
    message: ({ name, style, place, instead }) =>
      `The style ${quote(style)} of the parameter ${quote(name)} does not exist for parameters in ${place}; ${instead === null ? "the parameter is left out" : `it is sent in the style ${instead}`}.`,
    help: () =>
      "path: simple, label, matrix. query: form, spaceDelimited, pipeDelimited, deepObject. header: simple. cookie: form.",
    explanation:
      "OpenAPI defines for each location the styles in which a value may be written. A single text, number or boolean is sent in the default style; how a list or an object is meant cannot be known.",
  }),
  "parameter-style-undefined": entry<{ name: string; style: string; shape: string }>({
    severity: "warning",
    message: ({ name, style, shape }) =>
      `OpenAPI does not say how the style ${style} writes ${shape}, which the parameter ${quote(name)} may be; a convention is used.`,
    help: ({ style }) =>
      style === "deepObject"
        ? "Use the style form for lists, or choose a dialect: x-exemplar-form-dialect."
        : "Use explode: false, or another style.",
    explanation:
      "deepObject is for objects alone; spaceDelimited and pipeDelimited are for lists and objects that are not exploded. Elsewhere lists are written with indices in brackets (or as the dialect of forms says), exploded values as in the style form.",
  }),
  "parameter-schema-missing": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The parameter ${quote(name)} has neither schema nor content; it may be any value.`,
    help: () => "Add a schema; keys such as type and format belong into it.",
    explanation:
      "A parameter has a schema, or content with one media type. In Swagger 2.0 type and format stood in the parameter itself.",
  }),
  "parameter-content-ambiguous": entry<{ name: string; found: string; counts: string }>({
    severity: "warning",
    message: ({ name, found, counts }) => `The parameter ${quote(name)} has ${found}; ${shorten(counts)} counts.`,
    help: () => "Keep one of them.",
    explanation:
      "A parameter has either a schema or content, and content has one media type. Of both, content counts; of several media types, the first.",
  }),
  "parameter-constant": entry<{ name: string; path: string }>({
    severity: "warning",
    message: ({ name, path }) =>
      `The parameter ${quote(name)} is left out: the path ${quote(path)} has a value for it already.`,
    help: () => "Remove the parameter, or the query from the path.",
    explanation:
      "A query in a path (/list?view=all) is sent with every call. A parameter of the same name would be sent a second time.",
  }),
  "header-name-invalid": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `${quote(name)} cannot be the name of a header; it is left out.`,
    help: () => "Header names consist of letters, digits and !#$%&'*+-.^_`|~.",
    explanation: "The name of a header is a token of RFC 9110, section 5.6.2. No other can be sent.",
  }),
  "header-parameter-ignored": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The header ${quote(name)} is no parameter in OpenAPI; it is left out.`,
    help: ({ name }) =>
      name.toLowerCase() === "authorization"
        ? "The operation's security says what is sent in it."
        : "The media types of the body and of the responses say what is sent in it.",
    explanation:
      "Header parameters named Accept, Content-Type and Authorization are to be ignored: media types and security describe them. Authorization is kept where the operation has no security. Any header can be set by the option headers of a call.",
  }),
  "header-parameter-forbidden": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `fetch does not let anyone set the header ${quote(name)}; it is left out.`,
    help: () => "Remove the parameter: browsers and runtimes set this header themselves.",
    explanation:
      "https://fetch.spec.whatwg.org/#forbidden-request-header lists the headers that belong to the platform. Cookies are parameters in: cookie.",
  }),
  "response-status-invalid": entry<{ status: string }>({
    severity: "warning",
    message: ({ status }) =>
      `The response ${quote(status)} is no status; it is left out. 100 to 599, 1XX to 5XX or default was expected.`,
    help: () => "Correct the status.",
    explanation: "The keys of responses are statuses, ranges such as 4XX, or default.",
  }),

  "header-example-invalid": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) =>
      `This example of the header ${quote(name)} is no value that a header can have; it is not used.`,
    help: () => "Correct the example.",
    explanation:
      "The value of a header is one line of visible ASCII characters and blanks (RFC 9110, section 5.5); of lists and " +
      "objects, the items are written with commas in between, and must be no lists or objects.",
  }),
  "callback-nested": entry<Nothing>({
    severity: "warning",
    message: () => "A callback has callbacks itself; they are left out.",
    help: () => "Describe the operation that they belong to under paths or webhooks.",
    explanation:
      "Callbacks of operations under paths and webhooks are generated. One that has callbacks of its own may lead back " +
      "to where it began, so the description ends there.",
  }),
  "link-target-not-found": entry<{ link: string; target: string }>({
    severity: "warning",
    message: ({ link, target }) =>
      `The link ${quote(link)} leads to ${quote(target)}, which is no operation of the document; it is left out.`,
    help: () => "Correct its operationId or operationRef.",
    explanation: "A link leads to an operation of the document, by its operationId or by a reference to it.",
  }),
  "link-target-missing": entry<{ link: string }>({
    severity: "warning",
    message: ({ link }) => `The link ${quote(link)} leads nowhere: it has no operationId and no operationRef.`,
    help: () => "Give it the operationId of the operation that it leads to.",
    explanation: "A link needs exactly one of operationId and operationRef.",
  }),

  // infer
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

  // model
  "security-scheme-undefined": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The security scheme ${quote(name)} is required here and defined nowhere; it is ignored.`,
    help: ({ name }) => `Define ${quote(name)} under components/securitySchemes, in the document or by an overlay.`,
    explanation:
      "A security requirement names schemes of components/securitySchemes. Without a definition nobody can know where the credential goes, so the generated client does not send it. Define the scheme, in the document or by an overlay.",
  }),
  "component-name-invalid": entry<{ name: string; id: string }>({
    severity: "warning",
    message: ({ name, id }) => `${quote(name)} is no name that a component may have; the type is called ${id}.`,
    help: () => "Component names consist of letters, digits, dots, hyphens and underscores.",
    explanation:
      "OpenAPI allows component names that match [a-zA-Z0-9._-]+. Others occur; their type gets a name made of what in them can stand in an identifier.",
  }),
  "operation-name-shared": entry<{ operationId: string; name: string }>({
    severity: "info",
    message: ({ operationId, name }) =>
      `The operationId ${quote(operationId)} makes a name that another operation or the package has; the function is called ${name}.`,
    help: () => "Nothing needs to be done; an operationId in camelCase keeps its name whatever others there are.",
    explanation:
      "operationIds that differ in punctuation or case alone make one identifier. One that is an identifier in camelCase already keeps it; all others get method and path as a suffix, so that none of them depends on the order of the document.",
  }),
  "operation-id-duplicate": entry<{ operationId: string; name: string }>({
    severity: "warning",
    message: ({ operationId, name }) =>
      `The operationId ${quote(operationId)} is already taken; this operation is called ${name}.`,
    help: () => "Give each operation an operationId of its own.",
    explanation:
      "operationIds must be unique. The first operation keeps the name, others are named by method and path.",
  }),
  "path-parameter-undeclared": entry<{ name: string; path: string; method: string }>({
    severity: "warning",
    message: ({ name, path, method }) =>
      `The path of ${shorten(`${method} ${path}`)} has ${quote(`{${name}}`)}, which no parameter declares; it is taken to be a required string.`,
    help: () => "Declare it in the operation or its path item: in: path, required: true, with a schema.",
    explanation: "Every {name} in a path needs a parameter with in: path of that name.",
  }),
  "path-parameter-unused": entry<{ name: string; path: string }>({
    severity: "warning",
    message: ({ name, path }) => `The path parameter ${quote(name)} does not occur in ${quote(path)}; it is left out.`,
    help: () => "Remove the parameter, or put {name} into the path.",
    explanation: "A parameter with in: path replaces {name} in the path.",
  }),
  "media-type-invalid": entry<{ key: string; takenFor: string | null }>({
    severity: "warning",
    message: ({ key, takenFor }) =>
      takenFor === null
        ? `The content key ${quote(key)} is no media type; it is left out.`
        : `The content key ${quote(key)} is no media type; ${quote(takenFor)} is assumed.`,
    help: () => "The keys of content are media types, such as application/json, or ranges of them, such as image/*.",
    explanation:
      "Such keys are often properties of an example that is indented too little. Where no key of a content is a media type, the first one counts as the media type that it looks like, or as application/json.",
  }),
  "media-type-ignored": entry<{ mediaType: string; chosen: string; operation: string }>({
    severity: "info",
    message: ({ mediaType, chosen, operation }) =>
      `The operation ${shorten(operation)} has ${quote(chosen)} already; ${quote(mediaType)} is left out.`,
    help: () => "Describe each media type once, and one body in parts.",
    explanation:
      "Two content keys that differ in case or in charset alone, or two forms, cannot be told apart when a body is sent or read. The first one counts. Of several multipart bodies there is one: multipart/form-data, else the first.",
  }),
  "xml-as-text": entry<{ mediaType: string }>({
    severity: "warning",
    message: ({ mediaType }) => `A body of type ${quote(mediaType)} is passed as text: its schema is not used.`,
    help: () => "Write and parse the XML yourself, or describe the body as JSON where the server has that too.",
    explanation:
      "The generated client neither writes nor parses XML. Such a body is a string, in requests and in responses, its types and fixtures too.",
  }),
  "media-type-unsupported": entry<{ mediaType: string; operation: string }>({
    severity: "warning",
    message: ({ mediaType, operation }) =>
      `The operation ${shorten(operation)} takes a body of type ${quote(mediaType)} as it is: its schema is not used.`,
    help: ({ mediaType }) =>
      mediaType.startsWith("multipart/")
        ? "Pass its bytes and its type with the boundary, or describe its parts as the properties of an object."
        : "Pass text or bytes, or describe the body as JSON or as a form.",
    explanation:
      "The generated client encodes JSON, forms, multipart bodies whose parts are the properties of an object, and lines of JSON. Any other body is sent as the caller gives it: text, bytes, a Blob, a stream; parts that have no names with their media type, which has the boundary.",
  }),
  "encoding-style-invalid": entry<{ property: string; style: string }>({
    severity: "warning",
    message: ({ property, style }) =>
      `The style ${quote(style)} of the field ${quote(property)} is none that a form has; it is passed over.`,
    help: () => "The styles of a form field are form, spaceDelimited, pipeDelimited and deepObject.",
    explanation:
      "An Encoding Object has the styles of a query parameter. Without a style, lists are sent as repeated fields and objects as JSON text.",
  }),
  "form-dialect-unknown": entry<{ found: string }>({
    severity: "warning",
    message: ({ found }) => `${quote(found)} is no dialect of forms; it is passed over.`,
    help: () => "The dialects are indices, brackets, repeat, comma and json.",
    explanation:
      "x-exemplar-form-dialect says how lists and objects are written in a form where the document's encoding does not. It may stand in the document's root, in an operation, a media type, a parameter, or the schema of a property.",
  }),
  "form-option-unused": entry<{ name: string; what: string }>({
    severity: "warning",
    message: ({ name, what }) => `The config's forms.operations names ${quote(name)}, but there is no such ${what}.`,
    help: () =>
      "Operations are named by their operationId, or by the name of their function; properties as in the body.",
    explanation:
      "forms.operations in the config chooses how single operations, or single properties of their bodies, write lists and objects. A name that nothing has chooses nothing.",
  }),
  "pagination-place-unknown": entry<{ key: string; place: string; where: string; nearest: string | null }>({
    severity: "warning",
    message: ({ key, place, where }) =>
      `The pagination's ${key} names ${quote(place)}, which is not among ${where}; the operation is not paginated.`,
    help: ({ nearest }) =>
      nearest === null
        ? "In the request, places are written as in query.page or body.page_number; in the data of the response, as in meta.total."
        : `Write ${quote(nearest)}, if that is what is meant.`,
    explanation:
      "x-exemplar-pagination, and pagination.operations in the config, say where the page stands in the request, and the items in the response. What they name must be in the schemas: an overlay can add it where the document forgot it. docs/pagination.md lists what can be said.",
  }),
  "pagination-impossible": entry<{ operation: string; reason: string }>({
    severity: "warning",
    message: ({ operation, reason }) => `The operation ${quote(operation)} cannot be paginated: ${reason}.`,
    help: () => "Say more of it: items and one of page, offset, cursor and next are enough.",
    explanation:
      "x-exemplar-pagination, or pagination.operations in the config, says something of the operation's pages, and what it leaves open is not to be found in the schemas. docs/pagination.md lists what can be said.",
  }),
  "pagination-option-unused": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The config's pagination.operations names ${quote(name)}, but there is no such operation.`,
    help: () => "Operations are named by their operationId, or by the name of their function.",
    explanation:
      "pagination.operations in the config says how single operations are paginated. A name that nothing has says nothing.",
  }),
  "body-not-allowed": entry<{ method: string }>({
    severity: "warning",
    message: ({ method }) => `A ${method.toUpperCase()} request cannot have a body; it is left out.`,
    help: () => "Describe the values as query parameters, or use another method.",
    explanation: "RFC 9110 gives a body of GET and HEAD no meaning, and fetch refuses to send one.",
  }),
  "example-without-value": entry<{ name: string; key: string }>({
    severity: "warning",
    message: ({ name, key }) => `The example ${quote(name)} has only ${key}, which is not read here; it is left out.`,
    help: () => "Write the value into the example, as value.",
    explanation:
      "An externalValue is the address of a file, a serializedValue the text as it is sent. Both are read where the media type is JSON or text (YAML, too, in files); elsewhere, as in parameters and forms, what they mean as a value cannot be told.",
  }),
  "example-read-as-value": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `The example ${quote(name)} has no value: what stands there is read as the value.`,
    help: () => "Write it below value.",
    explanation:
      "A named example is an object with a value (or an externalValue, a summary and so on), not the value itself. Where it has none of that, only one thing can be meant, and is taken.",
  }),
  "examples-list": entry<Nothing>({
    severity: "warning",
    message: () => "The examples are a list, as schemas have them. Each item is read as an example.",
    help: () => "Give each a name, and write its value below value: `first: { value: … }`.",
    explanation:
      "The examples of a media type, a parameter or a header are an object: by their names, objects with a value. In a schema they are a list of values.",
  }),
  "example-outside": entry<{ reference: string }>({
    severity: "warning",
    message: ({ reference }) =>
      `The example ${quote(reference)} lies out of the folder of the document, where nothing is read unless the config allows it; it is left out.`,
    help: () =>
      "If the document may be trusted with it, name the folder in refs.roots (--ref-root), or the host of an https: URL in refs.hosts (--ref-host).",
    explanation:
      "externalValue is read by the rules of $ref: files below the folder of the document, and elsewhere only what the config names in refs.roots and refs.hosts. An example is not needed, so the rest goes on.",
  }),
  "example-unreadable": entry<{ reference: string; reason: string }>({
    severity: "warning",
    message: ({ reference, reason }) =>
      `The example ${quote(reference)} cannot be read: ${shorten(reason)}. It is left out.`,
    help: () => "Correct the address in externalValue, which is relative to the file that it stands in, or the file.",
    explanation:
      "externalValue is the address of a file with the example. For JSON and YAML the file is parsed, for text it is taken as it is.",
  }),
  "example-contradicts-schema": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `The example contradicts its schema: ${shorten(reason)}. A value made from the schema takes its place in the fixtures.`,
    help: () => "Correct the example or the schema.",
    explanation:
      "Fixtures are typed by the schema, so an example of another type cannot be one. Properties that only requests or " +
      "only responses have (readOnly, writeOnly) are judged by direction.",
  }),
  "example-breaks-rule": entry<{ reason: string; isFixture: boolean }>({
    severity: "warning",
    message: ({ reason, isFixture }) =>
      `The example breaks a rule of its schema: ${shorten(reason)}. ` +
      (isFixture ? "It stays in the fixtures." : "In the fixtures, a value made from the schema takes its place."),
    help: () => "Correct the example or the schema.",
    explanation:
      "The type of the example is right, but a format, a pattern, a bound or another rule of its schema does not hold: " +
      "a server that checks its rules would refuse it. The example of a body, a parameter or a component schema is a " +
      "fixture all the same, as the document gives it. That of another schema, such as a property, is not taken for " +
      "values that are made up: these fit their schemas.",
  }),
  "fixture-breaks-rule": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `No value was found that fits this schema; the fixture fits its type alone: ${shorten(reason)}.`,
    help: () => "Check the schema for parts that exclude each other, or give an example.",
    explanation:
      "Where there is no example, fixtures are made from the schema. Some schemas allow no value at all, such as oneOf " +
      "of two that take the same objects; a few allow one that is not found.",
  }),
  "example-not-of-type": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `The example fits its schema, but not the TypeScript type of it: ${shorten(reason)}. A value made from the schema takes its place in the fixtures.`,
    help: () => "Describe in the schema what the example has.",
    explanation:
      "TypeScript asks for more than JSON Schema: an object of a type whose properties are all optional must have one " +
      "of them, and properties that are described together must have their types together.",
  }),
  "request-impossible": entry<{ operation: string; part: string }>({
    severity: "warning",
    message: ({ operation, part }) =>
      `No value that can be sent fits the schema of ${quote(part)}, which ${quote(operation)} requires; its fixtures have no request.`,
    help: () => "Check the schema for parts that exclude each other, or for one that requires itself.",
    explanation:
      "Where there is no example, fixtures are made from schemas. A schema that contradicts itself, or an object that requires another of its own kind without end, has no value. A path has no place for an empty text.",
  }),
  "response-impossible": entry<{ status: string }>({
    severity: "warning",
    message: ({ status }) => `No value fits the schema of the response ${status}; it has no fixture.`,
    help: () => "Check the schema for parts that exclude each other, or for one that requires itself.",
    explanation:
      "Where there is no example, fixtures are made from schemas. A schema that contradicts itself, or an object that requires another of its own kind without end, has no value. The mock answers 501 in its place.",
  }),
  // render
  "template-syntax": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `The template cannot be read: ${reason}.`,
    help: () => "Check that every {{ has its }}, and every {{#each}} and {{#if}} its end.",
    explanation: "The template is not valid Handlebars. Nothing was written.",
  }),
  "template-construct-refused": entry<{ construct: string; reason: string }>({
    severity: "error",
    message: ({ construct, reason }) => `${quote(construct)} is refused: ${reason}.`,
    help: () =>
      "Print fields with {{path}}, repeat lists with {{#each path}}, choose with {{#if path}}, include with {{> partial path}}, call helpers with {{name path}} or {{#if (name path)}}.",
    explanation:
      "Templates hold no logic, so that what they print can be checked: every decision is made in the view. Unescaped output does not exist, so that no text of a document can become code.",
  }),
  "template-place-refused": entry<{ construct: string; where: string }>({
    severity: "error",
    message: ({ construct, where }) => `${quote(construct)} stands ${where}, where nothing is printed safely.`,
    help: () =>
      "Let it stand alone: a string prints with its quotes, code prints as it is. What is made of parts is composed in the view.",
    explanation:
      "What a template prints is a whole token of the output's language: a literal, a name, a type. Within a string, a comment or the middle of a name it would mean something else, depending on the document.",
  }),
  "template-text-unclosed": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `${what} begins here and does not end in the same file, block or partial.`,
    help: () => "Close it before the block or the file ends.",
    explanation:
      "Blocks and partials are checked one by one, so what one opens it must close: strings, comments, template literals, and code blocks of Markdown.",
  }),
  "template-field-unknown": entry<{
    path: string;
    field: string;
    known: readonly string[];
    nearest: string | null;
  }>({
    severity: "error",
    message: ({ path, field, known, nearest }) =>
      `${path === field ? quote(path) : `${quote(path)} names ${quote(field)}, which`} is not there${whatThereIs(known, nearest)}.`,
    help: () =>
      "Check the spelling against the view type that the first line of the template names: the types of openapi-exemplar/view.",
    explanation:
      "A template may only name fields that its view has; inside {{#each}} paths begin at the item, and ../ leads out of it. Inside a partial they begin at what it was called with.",
  }),
  "template-partial-unknown": entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    severity: "error",
    message: ({ name, known, nearest }) => `There is no partial ${quote(name)}${whatThereIs(known, nearest)}.`,
    help: () => "Partials are files named NAME.hbs in the folder _partials of a template set.",
    explanation: "The template includes a partial that no layer of the template set has.",
  }),
  "template-helper-unknown": entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    severity: "error",
    message: ({ name, known, nearest }) => `There is no helper ${quote(name)}${whatThereIs(known, nearest)}.`,
    help: () => "Helpers are what helpers.ts, beside a template set, exports by defineHelpers.",
    explanation:
      "A tag with arguments calls a helper. A template sees the helpers of all sets that are layered with its own; of two with one name the later wins.",
  }),
  "template-helper-failed": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The helper ${quote(name)} failed: ${shorten(reason)}`,
    help: () => "Correct the helper, or what the template gives it.",
    explanation: "A helper of a template set threw an error. Nothing was written.",
  }),
  "template-value-refused": entry<{ path: string; found: string; expected: string }>({
    severity: "error",
    message: ({ path, found, expected }) => `${quote(path)} is ${found}; ${expected} was expected.`,
    help: () => "Change the path, or what the view holds there.",
    explanation:
      "Each output language prints certain values: TypeScript literals and code, JSON plain data, Markdown text and numbers, other files single safe words. {{#each}} takes lists.",
  }),
  "template-recursion": entry<{ name: string; limit: number }>({
    severity: "error",
    message: ({ name, limit }) =>
      `The partial ${quote(name)} is the ${limit + 1}th within another; at most ${limit} were expected.`,
    help: () => "Check that the partial does not include itself without end.",
    explanation:
      "Partials may include themselves to print nested data, but every call must lead further into the data.",
  }),
  // render, format, verify
  "template-set-not-found": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `The template set ${quote(name)} is neither built in nor a folder that can be read.`,
    help: () =>
      "`exemplar templates list` shows the built-in sets; a folder is written with a slash, as in ./my-templates.",
    explanation: "Each entry of templates names a built-in set or a folder.",
  }),
  "template-unfit": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `The template does not fit the views of this version: ${shorten(what, 300)}`,
    help: () => "Change the template; openapi-exemplar/view has the types of the views, `exemplar inspect` their data.",
    explanation:
      "`exemplar templates doctor` holds every path of a template against the view type that its first line names, every helper and partial against those of the sets. Generating finds the same, but only where a document leads there.",
  }),
  "template-set-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `${quotePath(name)} cannot be used: ${shorten(reason)}.`,
    help: () => "Correct it; docs/templates.md says what it may hold.",
    explanation:
      "The file set.json beside a template set declares what the set needs and adds: description, requires, options, peerDependencies and exports.",
  }),
  "template-set-outdated": entry<{ name: string; found: number; expected: number }>({
    severity: "error",
    message: ({ name, found, expected }) =>
      `The template set ${quote(name)} was written for version ${found} of the views; this is version ${expected}.`,
    help: () =>
      "Let `exemplar templates doctor` say what has changed (the changelog says why), then change views in its set.json.",
    explanation: "A set may say in set.json, as views, for which version of the views its templates were written.",
  }),
  "template-set-requires": entry<{ name: string; required: string }>({
    severity: "error",
    message: ({ name, required }) =>
      `The template set ${quote(name)} needs the set ${quote(required)} before it, which is not there.`,
    help: ({ required }) => `Put ${quote(required)} before it, in templates of the config or with --templates.`,
    explanation: "What a set generates may import what another one generates; set.json names that one in requires.",
  }),
  "template-set-repeated": entry<{ name: string; other: string; key: string }>({
    severity: "error",
    message: ({ name, other, key }) =>
      `The template sets ${quote(other)} and ${quote(name)} are both called ${quote(key)}, and options are given by name.`,
    help: () => "Leave one out, or give one another name, as name in its set.json.",
    explanation:
      "Templates read the options of a set as options.NAME.OPTION. The name is that of set.json, or else the folder's.",
  }),
  "template-option-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) =>
      `The template set ${quote(name)} has options that it does not take: ${shorten(reason)}.`,
    help: () => "Correct the options in the config; `exemplar templates list` shows those that a set takes.",
    explanation: "The options of a set are held against the JSON Schemas in its set.json.",
  }),
  "template-helpers-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The helpers in ${quotePath(name)} cannot be loaded: ${shorten(reason)}.`,
    help: () => "Export functions by their names: export default defineHelpers({ … }), from openapi-exemplar/helpers.",
    explanation: "The file helpers.ts beside a template set is loaded as the config is.",
  }),
  "template-not-readable": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The file ${quotePath(name)} of a template set cannot be used: ${reason}.`,
    help: () => "Make it a readable text file in UTF-8, or take it out of the set.",
    explanation:
      "Every file of a template set is a template, a partial or a text file that is copied as it is. Files whose names begin with a dot are passed over.",
  }),
  "template-output-unsafe": entry<{ name: string; path: string }>({
    severity: "error",
    message: ({ name, path }) =>
      `${quotePath(name)} would write ${quotePath(path)}, which cannot be a file on every operating system.`,
    help: () => 'Rename it, without \\ : * ? " < > |, a trailing dot or a name such as con or nul.',
    explanation:
      "The output is made to be checked in, so its names must be possible on Linux, macOS and Windows alike. A path must not be another's folder either.",
  }),
  "template-iteration-unknown": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) =>
      `The name of this template has ${quote(`[${name}]`)}; [tag], [operation], [webhook], [schema] or [extension] was expected, or [tag] and [operation].`,
    help: () => "Rename the template.",
    explanation: "A name in square brackets in a template's path makes one file for each of what it names.",
  }),
  "template-output-clash": entry<{ name: string; path: string; other: string }>({
    severity: "error",
    message: ({ name, path, other }) =>
      `${quotePath(name)} writes ${quotePath(path)}, which ${quotePath(other)} writes too.`,
    help: () => "Rename one of the two.",
    explanation: "Two templates must not make the same file, also where a file system ignores case.",
  }),
  "output-syntax": entry<{ template: string; reason: string; output: string; printed: string }>({
    severity: "error",
    message: ({ template, reason, output, printed }) =>
      `The template ${quotePath(template)} prints what is not valid at ${quotePath(output)}: ${shorten(reason)}.${printed.trim() === "" ? "" : ` It printed ${quote(printed.trim())}.`}`,
    help: () => "Correct the template. If it is a built-in one, please report this bug of ours with the document.",
    explanation:
      "Everything that templates print is parsed before it is written. The line shown is that of the template, or of the partial, which printed it; the place in the message is that of the output before it was formatted. Nothing was written.",
  }),
  "output-types": entry<{ template: string | null; reason: string }>({
    severity: "error",
    message: ({ template, reason }) =>
      `${template === null ? "The generated code" : `What the template ${quotePath(template)} prints`} has a type error: ${shorten(reason, 400)}`,
    help: () => "Correct the template. If it is a built-in one, please report this bug of ours with the document.",
    explanation:
      "With --verify, and in check, what is about to be written is type-checked under the strictest flags. The file, line and column are those of the output as it was printed; nothing of it was written.",
  }),

  // emit
  "output-not-writable": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The output cannot be written: ${quotePath(path)}: ${reason}.`,
    help: () => "Nothing was changed. Remove the cause, or choose another output folder, and run the command again.",
    explanation:
      "A file or folder of the output cannot be made or replaced: it is read-only, the disk is full, or something else stands at its path. This was found before the first file was replaced, so the output is as it was.",
  }),
  "output-not-ours": entry<{ path: string; others: number }>({
    severity: "error",
    message: ({ path, others }) =>
      `${quotePath(path)}${others === 0 ? "" : ` (and ${others} more)`} would be overwritten, but was not written by exemplar: the manifest does not list it.`,
    help: () =>
      "Delete or move it, or choose another output folder. If it was generated, restore .exemplar/manifest.json from version control.",
    explanation:
      "A file with other content stands where a generated one belongs, and .exemplar/manifest.json in the output folder does not list it (or is missing or malformed, as after a merge conflict). exemplar only overwrites what it wrote itself. Nothing was changed.",
  }),
  "output-symlink": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) =>
      `${quotePath(path)} is a symbolic link; the output is written to real folders and files only.`,
    help: () => "Replace the link by what it leads to, or delete it. The output folder itself may be a link.",
    explanation:
      "Something in the output folder is a symbolic link where a generated file or its folder belongs. Links there are not followed, as they may lead out of the folder. Nothing was changed.",
  }),
  "output-locked": entry<{ path: string; lock: string }>({
    severity: "error",
    message: ({ path }) => `Another run of exemplar is writing to ${quotePath(path)}.`,
    help: ({ lock }) => `Wait until it has ended. If there is none, delete ${quotePath(lock)}.`,
    explanation:
      "Two runs at once on one output folder would mix their files, so the second waits some seconds for the first, and then gives up. The lock of a run that was interrupted is recognised and taken over; where that run was on another machine, after five minutes.",
  }),
  "output-incomplete": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The output was written only in part: ${quotePath(path)}: ${reason}.`,
    help: () => "Remove the cause and run the command again: it completes the output before it does anything else.",
    explanation:
      "All files had been prepared, and then one could not be moved to its place, for instance as another program has it open. What is left to do stands in .exemplar/journal.json; the next generate or check completes it.",
  }),
  "output-recovered": entry<{ path: string }>({
    severity: "info",
    message: ({ path }) => `An earlier run on ${quotePath(path)} was interrupted; its output has been completed.`,
    help: () => "Nothing needs to be done.",
    explanation:
      "A run ended after it had prepared all files and before it had moved all of them to their places. This run has moved the rest.",
  }),
  "journal-discarded": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `What an interrupted run left in .exemplar/journal.json cannot be completed: ${shorten(reason)}.`,
    help: () => "It was deleted. Run generate (again): it replaces whatever is not up to date.",
    explanation:
      "A journal says which prepared files an interrupted run had still to move. This one is malformed, its files are lost, or it would touch files that are not ours; so it was not followed.",
  }),
  "file-edited": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `${quotePath(path)} was edited by hand since it was generated, and is overwritten.`,
    help: () => "Change the document, an overlay or a template instead; version control has what was overwritten.",
    explanation:
      "Generated files are replaced when they are generated again. To change what they say, correct the document with an overlay, or override a template. Under --strict nothing is written.",
  }),
  "orphan-edited": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `${quotePath(path)} is no longer generated, but was edited by hand, and is left alone.`,
    help: () => "Delete it, or move it out of the output folder.",
    explanation:
      "A file of an earlier run that is not generated any more is deleted, unless it was edited since. From now on it is not ours: check reports it where it lies below src/.",
  }),
};

/** Text from outside on one line, controls escaped, text over `limit` characters cut; without quotes of its own. */
/** The rest of a sentence on a name that is not there. */
function whatThereIs(known: readonly string[], nearest: string | null): string {
  if (nearest !== null) return `; perhaps ${quote(nearest)} was meant`;
  const shown = known.slice(0, 12).map(quote).join(", ");
  return known.length === 0 ? "" : `; there are ${shown}${known.length > 12 ? ", …" : ""}`;
}

function shorten(text: string, limit = 200): string {
  return escapeControls(text.length > limit ? `${text.slice(0, limit - 3)}...` : text);
}

/** Text of a document as it stands in a message: in double quotes, controls escaped, long text cut. */
function quote(text: string): string {
  return escapeControls(JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text));
}

/** A path as it stands in a message; of a long one the end is shown, as it names the file. */
function quotePath(path: string): string {
  return quote(path.length > 80 ? `...${path.slice(-77)}` : path);
}

/** Characters that would rewrite a terminal, or that nobody sees, as `\uXXXX`. */
function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
