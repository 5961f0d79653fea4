/** What a document means: names, media types, forms, pages, examples. */
import { entry, type Nothing } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const modelEntries = {
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
};
