/** The document as a whole: its version, its keys, servers, security. */
import { entry } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const documentEntries = {
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
};
