/** References, and what they lead to. */
import { entry, type Nothing } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const referenceEntries = {
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
};
