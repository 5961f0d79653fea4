/** Reading files: encoding, YAML, JSON, overlays. */
import { entry, type Nothing } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const loadEntries = {
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
};
