/** Paths, operations, parameters, responses. */
import { entry, type Nothing } from "./entry.js";
import { quote, shorten } from "./message-text.js";

export const operationEntries = {
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
};
