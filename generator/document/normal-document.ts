/**
 * The document in one shape for all versions: what OpenAPI 3.1 says, with defaults filled in and nothing optional.
 * Types only. Schemas stay JSON Schema 2020-12; their references are `#/components/schemas/<name>`.
 */
import type { Origin, Place } from "../diagnostics.js";
import type { FormDialect } from "./form-dialect.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { NormalPagination } from "./pagination-rule.js";

/** A JSON Schema 2020-12; `true` and `false` are written `{}` and `{ not: {} }`. */
export type Schema = JsonObject;

export interface NormalDocument {
  readonly info: NormalInfo;
  readonly externalDocs: NormalExternalDocs | null;
  readonly servers: readonly NormalServer[];
  readonly tags: readonly NormalTag[];
  readonly operations: readonly NormalOperation[];
  readonly webhooks: readonly NormalIncoming[];
  /** How the requests of webhooks are signed, or null. */
  readonly webhookSignature: WebhookSignature | null;
  /** `x-exemplar-form-dialect` of the document, or null. */
  readonly dialect: FormDialect | null;
  readonly schemas: readonly NormalSchema[];
  readonly securitySchemes: readonly NormalSecurityScheme[];
  /** What the inferred schemas rest on. */
  readonly inferred: readonly InferredNode[];
  /** Keys of the root that begin with `x-`, and their values. */
  readonly extensions: JsonObject;
}

/** The evidence of one inferred schema. */
export interface InferredNode {
  /** The place that has the schema, or of which it is a part: a media type, a parameter, a header, a component schema. */
  readonly place: Origin;
  /** Where it stands in that place's schema: a JSON pointer. */
  readonly pointer: string;
  /** How many values were seen there. */
  readonly seen: number;
  /** The examples that they are in. */
  readonly examples: readonly Origin[];
}

export interface NormalInfo {
  readonly title: string;
  readonly version: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly contact: { readonly name: string | null; readonly url: string | null; readonly email: string | null } | null;
  readonly license: { readonly name: string; readonly identifier: string | null; readonly url: string | null } | null;
  readonly origin: Origin;
}

export interface NormalExternalDocs {
  readonly url: string;
  readonly description: string | null;
}

/** A keyed hash (HMAC) of a request that arrives. */
export interface WebhookSignature {
  /** The header that has it. */
  readonly header: string;
  /** What is signed: `{body}`, and `{name}` for headers. */
  readonly content: string;
  readonly algorithm: "sha1" | "sha256" | "sha512";
  readonly encoding: "hex" | "base64";
  /** What the secret is. */
  readonly secret: "text" | "base64";
  /** What stands before it in its header. */
  readonly prefix: string;
  /** The header that has the seconds since 1970 at which it was signed, or null. */
  readonly timestamp: string | null;
}

export interface NormalServer {
  /** With its `{variables}` still in it. */
  readonly url: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    readonly enum: readonly string[];
    readonly description: string | null;
  }[];
  readonly origin: Origin;
}

export interface NormalTag {
  readonly name: string;
  readonly description: string | null;
  readonly origin: Origin;
}

export interface NormalSchema {
  readonly name: string;
  readonly schema: Schema;
  /** Where the schema was inferred from, or null where the document says it. */
  readonly inferredFrom: readonly Origin[] | null;
  /** Of a schema that was inferred from parts of examples: the first of these parts. */
  readonly sample?: NormalExample;
  readonly origin: Origin;
}

/** In lower case where a path item has a key for it (`get`, `query`); else the method as it is sent (`COPY`, 3.2). */
export type HttpMethod = string;

export interface NormalOperation {
  /** The document's operationId, or null. */
  readonly operationId: string | null;
  readonly method: HttpMethod;
  /** The path template, as the key of `paths`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly externalDocs: NormalExternalDocs | null;
  /** Those of the path item first, minus what the operation declares again. */
  readonly parameters: readonly NormalParameter[];
  readonly requestBody: NormalRequestBody | null;
  readonly responses: readonly NormalResponse[];
  readonly security: readonly NormalSecurityRequirement[];
  readonly servers: readonly NormalServer[];
  /** `x-exemplar-pagination`, or null. */
  readonly pagination: NormalPagination | null;
  /** Requests that follow from this one; those of callbacks themselves are left out. */
  readonly callbacks: readonly NormalIncoming[];
  /** Its keys that begin with `x-`, and their values. */
  readonly extensions: JsonObject;
  readonly origin: Origin;
}

/** A request that arrives: one operation of a webhook or of a callback. */
export interface NormalIncoming {
  /** The key in `webhooks` or `callbacks`. */
  readonly name: string;
  /** The runtime expression that gives the URL of a callback; null for a webhook. */
  readonly expression: string | null;
  /** Whether its path item has other operations. */
  readonly several: boolean;
  /** Whether the callback has other URLs. */
  readonly shared: boolean;
  /** Its `path` is empty, its parameters are in no path, and it needs no credentials of ours. */
  readonly operation: NormalOperation;
}

/** `querystring`: one value that is the whole query (3.2). */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";
/** `cookie`: as it is, unescaped (3.2). */
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

export interface NormalParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** True where an empty text stands for a parameter that is left out. */
  readonly allowEmptyValue: boolean;
  /** The media type, where the parameter has `content` in place of `schema`. */
  readonly contentType: string | null;
  /** That of the media type: for a query that is a form. */
  readonly encoding: readonly NormalEncoding[];
  readonly schema: Schema;
  readonly examples: readonly NormalExample[];
  /** As that of a media type. */
  readonly dialect: FormDialect | null;
  readonly origin: Origin;
  readonly schemaOrigin: Origin;
}

export interface NormalRequestBody {
  readonly description: string | null;
  readonly required: boolean;
  readonly content: readonly NormalMediaType[];
  readonly origin: Origin;
}

export interface NormalMediaType {
  readonly mediaType: string;
  /** Null where the document has none and nothing could be inferred. */
  readonly schema: Schema | null;
  /** The schema of each value of a stream (3.2), or null. */
  readonly itemSchema: Schema | null;
  /** Where the schema was inferred from, or null where the document says it. */
  readonly inferredFrom: readonly Origin[] | null;
  readonly examples: readonly NormalExample[];
  readonly encoding: readonly NormalEncoding[];
  /** `x-exemplar-form-dialect` of the media type or the operation, in this order; else null. */
  readonly dialect: FormDialect | null;
  readonly origin: Origin;
  /** Where the schema is written. */
  readonly schemaOrigin: Origin;
}

export interface NormalEncoding {
  readonly property: string;
  readonly contentType: string | null;
  /** Headers of the part, in a multipart body, whose value the document fixes. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the document does not say: the defaults differ from those that an explicit value has. */
  readonly style: string | null;
  readonly explode: boolean | null;
  readonly allowReserved: boolean | null;
  readonly origin: Origin;
}

export interface NormalExample {
  /** `default` for the `example` keyword. */
  readonly name: string;
  readonly summary: string | null;
  readonly value: JsonValue;
  /** Whether it is without what its direction does not have (`readOnly`, `writeOnly`). */
  readonly isCut?: boolean;
  readonly origin: Origin;
}

export interface NormalResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** What it is in short (3.2). */
  readonly summary: string | null;
  readonly description: string | null;
  readonly headers: readonly NormalHeader[];
  readonly content: readonly NormalMediaType[];
  readonly links: readonly NormalLink[];
  readonly origin: Origin;
}

/** A header of a response. Its name is a legal one and is none that OpenAPI ignores. */
export interface NormalHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly explode: boolean;
  /** The media type, where the header has `content` in place of `schema`. */
  readonly contentType: string | null;
  readonly schema: Schema;
  readonly examples: readonly NormalExample[];
  readonly origin: Origin;
  readonly schemaOrigin: Origin;
}

/** What a response leads to: another operation, and where its input comes from. */
export interface NormalLink {
  readonly name: string;
  readonly description: string | null;
  readonly target: LinkTarget;
  /** Runtime expressions, or values, by the names of parameters. */
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** A runtime expression, or a value; undefined where there is none. */
  readonly requestBody: JsonValue | undefined;
  readonly origin: Origin;
}

export type LinkTarget =
  | { readonly kind: "id"; readonly operationId: string }
  /** Of this document. */
  | { readonly kind: "route"; readonly method: string; readonly path: string; readonly reference: string }
  /** Of another one, which is not read. */
  | { readonly kind: "elsewhere"; readonly reference: string };

/** All schemes of one requirement are needed together; a list of requirements is a list of alternatives. */
export interface NormalSecurityRequirement {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[]; readonly place: Place }[];
}

export type NormalSecurityScheme = {
  readonly name: string;
  readonly description: string | null;
  readonly origin: Origin;
} & (
  | {
      readonly kind: "apiKey";
      readonly parameter: string;
      readonly in: "header" | "query" | "cookie";
      /** `x-exemplar-in: form`: sent as a field of a form body where the operation has one. */
      readonly inForm: boolean;
    }
  | { readonly kind: "basic" }
  | { readonly kind: "bearer" }
  /** Any other scheme of HTTP authentication, by its name as it is sent. */
  | { readonly kind: "http"; readonly scheme: string }
  /** OAuth 2, OpenID Connect: a bearer token. */
  | {
      readonly kind: "token";
      readonly type: "oauth2" | "openIdConnect";
      /** Where a client gets one by itself, or again; null where the document does not say. */
      readonly tokenUrl: string | null;
      readonly refreshUrl: string | null;
      /** Of OpenID Connect: where the others are said. */
      readonly discoveryUrl: string | null;
    }
  | { readonly kind: "mutualTLS" }
);
