/**
 * The second value of the pipeline: what the document means to a client. Plain, readonly, serialisable data; nothing
 * about TypeScript, templates or files. Every node has its wire `name` untouched, its identifier `id` where code needs
 * one, and its `origin`. Types only.
 */
import type { Origin } from "../diagnostics.js";
import type { DateType } from "../document/dates.js";
import type { Int64Type } from "../document/int64.js";
import type { JsonObject, JsonValue } from "../document/json.js";
import type { StreamFormat } from "../document/media-type.js";
import type {
  HttpMethod,
  InferredNode,
  NormalInfo,
  NormalExternalDocs,
  NormalSecurityScheme,
  NormalServer,
  ParameterStyle,
  Schema,
  WebhookSignature,
} from "../document/normal-document.js";
import type { Pagination } from "./pagination.js";
import type { ValueShape } from "./value-shape.js";
import type { DateShape, Escape, FormField, MultipartField, WireSlot } from "./wire.js";

export interface Model {
  readonly info: NormalInfo;
  readonly externalDocs: NormalExternalDocs | null;
  readonly servers: readonly Server[];
  /** Those that operations have, in order of first use. */
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Those of the document, then the callbacks of each operation. */
  readonly webhooks: readonly Webhook[];
  /** How the requests of webhooks are signed, or null. */
  readonly webhookSignature: WebhookSignature | null;
  readonly schemas: readonly NamedSchema[];
  readonly securitySchemes: readonly NormalSecurityScheme[];
  /** The type of integers of 64 bits. */
  readonly int64: Int64Type;
  /** The type of dates and times. */
  readonly dates: DateType;
  /** What the inferred schemas rest on. */
  readonly inferred: readonly InferredNode[];
  /** Keys of the document's root that begin with `x-`. */
  readonly extensions: readonly Extension[];
}

/** A specification extension of the document. */
export interface Extension {
  readonly name: string;
  readonly slug: string;
  readonly value: JsonValue;
}

export interface Server {
  /** With every variable replaced by its default. */
  readonly url: string;
  /** That one, and those with the other values of enums in its path, as far as they are not too many. */
  readonly urls: readonly string[];
  /** As the document has it. */
  readonly template: string;
  readonly name: string | null;
  readonly variables: NormalServer["variables"];
  readonly description: string | null;
  readonly origin: Origin;
}

export interface Tag {
  readonly name: string;
  /** Distinct among tags, lower-case words joined by hyphens. */
  readonly slug: string;
  /** The name of its group in the facade: camelCase, distinct among tags. */
  readonly key: string;
  /** The names of its operations in that group, by their `id`, in their order. */
  readonly members: readonly { readonly operation: string; readonly name: string }[];
  readonly description: string | null;
}

/** A component schema. Schemas refer to each other by `#/components/schemas/<name>`. */
export interface NamedSchema {
  readonly name: string;
  /** The type's identifier, distinct among all types of the package. */
  readonly id: string;
  readonly slug: string;
  readonly schema: Schema;
  /** The values by name, where the schema is an enum; else empty. */
  readonly members: readonly EnumMember[];
  readonly shape: ValueShape | null;
  /** Its example, or a value made from it; null where nothing fits it. */
  readonly fixture: ResponseFixture | null;
  /** Where the schema was inferred from, or null where the document says it. */
  readonly inferredFrom: readonly Origin[] | null;
  readonly origin: Origin;
}

/** A value of an enum. */
export interface EnumMember {
  /** Distinct among the members; any text, where the document gives it. */
  readonly key: string;
  readonly value: string | number | bigint | boolean;
  readonly description: string | null;
}

export interface Docs {
  readonly summary: string | null;
  readonly description: string | null;
  readonly externalDocs: NormalExternalDocs | null;
}

export interface Operation {
  /** The document's operationId, or what stands in for it. */
  readonly name: string;
  /** camelCase, distinct among operations. */
  readonly id: string;
  /** PascalCase: what the names of its types begin with. */
  readonly typeId: string;
  readonly slug: string;
  readonly tag: string;
  readonly method: HttpMethod;
  /** With a query, where the path has one; without what only names. Empty for a request that arrives. */
  readonly path: readonly PathSegment[];
  /** Its own or its path's, where the first is not the document's; else empty. */
  readonly servers: readonly Server[];
  readonly docs: Docs;
  readonly deprecated: boolean;
  readonly parameters: {
    readonly path: readonly Parameter[];
    readonly query: readonly Parameter[];
    readonly headers: readonly Parameter[];
    readonly cookies: readonly Parameter[];
  };
  readonly requestBody: RequestBody | null;
  readonly responses: readonly Response[];
  /** Alternatives; each lists the schemes that it needs together. Empty: nothing is needed. */
  readonly security: readonly (readonly string[])[];
  readonly request: RequestFixture;
  /** Null where it gives no pages. */
  readonly pagination: Pagination | null;
  /** Its keys that begin with `x-`, and their values. */
  readonly extensions: JsonObject;
  readonly origin: Origin;
}

/** A request that arrives: of a webhook, or of a callback. */
export interface Webhook {
  /** Its key in `webhooks` or `callbacks`. */
  readonly name: string;
  /** Of a callback: the operation or webhook that it follows from, and where the URL comes from; null for a webhook. */
  readonly callback: { readonly owner: string; readonly expression: string } | null;
  /** As those that the client calls, but in no path and under no tag; names are distinct among both. */
  readonly operation: Operation;
}

export type PathSegment =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "parameter"; readonly name: string };

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly encoding: ParameterEncoding;
  readonly schema: Schema;
  readonly shape: ValueShape | null;
  /** True where an empty text stands for one that is left out. */
  readonly allowEmptyValue: boolean;
  /** The security scheme of the operation whose credential this is, or null: what the caller gives here counts. */
  readonly credential: string | null;
  readonly origin: Origin;
}

export interface ParameterEncoding {
  /** `content`: a media type says how the value is written. */
  readonly style: ParameterStyle | "content";
  readonly explode: boolean;
  readonly escape: Escape;
  /** True where the value is the whole query (`in: querystring`). */
  readonly whole: boolean;
  readonly slot: WireSlot;
}

/** A body; what stands here of its media type is true of the preferred one. */
export interface RequestBody extends BodyContent {
  readonly description: string | null;
  /** Bodies of other media types, schemas or encodings, in document order. */
  readonly others: readonly BodyContent[];
}

/** Media types of a body that have one schema and one encoding. */
export interface BodyContent {
  /** What is sent where the caller does not say: the first of `mediaTypes`. */
  readonly mediaType: string;
  /**
   * Those that a caller may choose from: as the document has them, but for ranges. A range of bytes stays as it is, and
   * what is sent is up to the caller; of any other, a media type that is usual stands for it, if there is none beside it.
   */
  readonly mediaTypes: readonly string[];
  /** The keys of the document, which are what may arrive. */
  readonly documented: readonly string[];
  /** What the name of its type ends in, if it is not the preferred one. */
  readonly word: string;
  /** False too where credentials, which the client fills in, were all that the body required. */
  readonly required: boolean;
  readonly schema: Schema;
  readonly shape: ValueShape | null;
  /** Where the schema was inferred from, or null where the document says it. */
  readonly inferredFrom: readonly Origin[] | null;
  readonly encoding: BodyEncoding;
  readonly origin: Origin;
}

/** How the fields of a form are written. */
export interface FormEncoding {
  readonly kind: "form";
  readonly fields: readonly FormField[];
  /** How fields are written that the schema does not list; null where it lists all. */
  readonly rest: WireSlot | null;
  /** Whether the schema forbids fields that it does not list. */
  readonly closed: boolean;
}

export type BodyEncoding =
  | { readonly kind: "json"; readonly dates: DateShape | null }
  /** Sent as it is: a string, bytes or a Blob, in parts with their boundary. `content` is what arrives. */
  | { readonly kind: "raw"; readonly content: "text" | "binary" | "multipart" }
  /** A list of values, each as JSON text; `dates` and `shape` are those of one value. */
  | {
      readonly kind: "stream";
      readonly format: "lines" | "sequence";
      readonly dates: DateShape | null;
      readonly shape: ValueShape | null;
    }
  | FormEncoding
  | {
      readonly kind: "multipart";
      /** `multipart/form-data`, or another; without a boundary, which is chosen when it is sent. */
      readonly type: string;
      readonly fields: readonly MultipartField[];
      readonly open: boolean;
    };

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly ok: boolean;
  readonly summary: string | null;
  readonly description: string | null;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly ResponseContent[];
  readonly links: readonly ResponseLink[];
  readonly origin: Origin;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly schema: Schema;
  /** As it is sent: an example or a value made from the schema; null where none is a legal value of a header. */
  readonly text: string | null;
  readonly origin: Origin;
}

/** What a response leads to. */
export interface ResponseLink {
  readonly name: string;
  readonly description: string | null;
  /** The `id` of the operation; null for an operation of another document, to which `reference` then leads. */
  readonly operation: string | null;
  readonly reference: string | null;
  /** Runtime expressions, or values, by the names of the operation's parameters. */
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly requestBody: JsonValue | undefined;
}

export interface ResponseContent {
  /** In lower case, without parameters where the response has it once. May be a range. */
  readonly mediaType: string;
  /** What is sent under it: of a range, one of its media types. Null where another content of the response is sent as that. */
  readonly sentAs: string | null;
  /** What the name of its type ends in, where the response has contents of several types. */
  readonly word: string;
  /** `lines`, `sequence`, `events`: a stream of values, see `StreamFormat`. */
  readonly kind: "json" | "text" | "binary" | "form" | StreamFormat;
  /** Of a stream: that of one value. */
  readonly schema: Schema;
  /** As `schema`, that of one value. */
  readonly shape: ValueShape | null;
  /** What the schema says of an event stream; null for anything else. */
  readonly events: EventContent | null;
  /** How the fields of a form are written; null for anything else. */
  readonly form: FormEncoding | null;
  readonly inferredFrom: readonly Origin[] | null;
  /** Of a stream: a list of its values, one value, or its text. */
  readonly fixtures: readonly ResponseFixture[];
  readonly origin: Origin;
}

export interface EventContent {
  /** What the schema describes: the whole event (`event`, `data`, `id`, `retry`), or its data alone. */
  readonly describes: "event" | "data";
  /** Whether data is JSON; it is text otherwise. */
  readonly isJson: boolean;
  /** The names of events for which the opposite is true. */
  readonly others: readonly string[];
}

/** How a text stands for bytes. */
export type ByteText = "text" | "base64";

export interface ResponseFixture {
  /** `default`, or the example's name. */
  readonly name: string;
  readonly value: JsonValue;
  /** Of bytes: how the value, which is a text, stands for them. Null for what is JSON or text. */
  readonly bytes: ByteText | null;
  /** Whether it has properties that its schema allows and does not describe: in a literal, TypeScript refuses them. */
  readonly excess: boolean;
  readonly source: "example" | "synthesised";
  /** Whether it is an example without what its direction does not have. */
  readonly isCut?: boolean;
}

/** The body of a request. Its value is undefined where credentials, which the client fills in, are all of it. */
export interface BodyFixture extends Omit<ResponseFixture, "value"> {
  readonly value: JsonValue | undefined;
  readonly content: BodyContent;
  /** As the input of the operation names it. */
  readonly mediaType: string;
}

/** A request that the document's rules allow, without credentials. */
export interface RequestFixture {
  readonly path: Readonly<Record<string, JsonValue>>;
  readonly query: Readonly<Record<string, JsonValue>>;
  readonly headers: Readonly<Record<string, JsonValue>>;
  readonly cookies: Readonly<Record<string, JsonValue>>;
  /** Undefined where there is no body. Of the preferred media type. */
  readonly body: JsonValue | undefined;
  /** Of a body of bytes: how the text stands for them; else null. */
  readonly bodyBytes: ByteText | null;
  /** As that of a response's fixture. */
  readonly bodyExcess: boolean;
  /** What the document gives: `body`, and parameters such as `query.limit`. All else was made from schemas. */
  readonly examples: readonly string[];
  /** The body of each example and media type, this one first; their requests are the same otherwise. */
  readonly bodies: readonly BodyFixture[];
  /** What no value could be made for, as its schema allows none: the body, which is optional, or something required. */
  readonly lacks: "nothing" | "body" | "request";
}
