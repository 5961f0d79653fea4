/**
 * What the document says, as plain data: the part of the views that helpers and documentation are made of. Types only.
 */
import type { JsonValue } from "../document/json.js";
import type { Expression, Identifier } from "./code.js";

/**
 * An operation as plain data: what the document says, in one shape for all versions of OpenAPI. Schemas are JSON Schema
 * 2020-12, whose references are `#/components/schemas/<name>`.
 */
export interface OperationDataView {
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly parameters: readonly ParameterDataView[];
  readonly requestBody: {
    readonly required: boolean;
    readonly description: string | null;
    readonly contents: readonly ContentDataView[];
  } | null;
  readonly responses: readonly ResponseDataView[];
  /** Alternatives, each a list of the names of schemes that are needed together. */
  readonly security: readonly (readonly string[])[];
  /** Its own, where the first is not that of the document; else none. */
  readonly servers: readonly ServerDataView[];
  /** Null where it gives no pages. */
  readonly pagination: PaginationDataView | null;
  /** Its keys that begin with `x-`, and their values. */
  readonly extensions: Readonly<Record<string, JsonValue>>;
  /** The component schemas that its schemas refer to, themselves or inside. */
  readonly references: readonly SchemaReferenceView[];
}

export interface ParameterDataView {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly schema: JsonSchema;
}

export interface ContentDataView {
  readonly mediaType: string;
  /** Those of a request's body that have this schema, `mediaType` first; of a response it is the only one. */
  readonly mediaTypes: readonly string[];
  /** How it is sent or read: `json`, `form`, `multipart`, `text`, `binary`, … */
  readonly kind: string;
  readonly schema: JsonSchema;
  /** Those of the fixtures: the document's, or one that was made up. */
  readonly examples: readonly ExampleDataView[];
}

export interface ExampleDataView {
  readonly name: string;
  /** As JSON, whatever it is in code. Of a stream: a list of its values, one value, or its text. */
  readonly value: JsonValue;
  /** Of bytes: how the value, which is then a text, stands for them. */
  readonly bytes: "text" | "base64" | null;
  /** The text of a form, encoded, or of a body in parts, with `(bytes)` for files that were made up; null for all else. */
  readonly sent: string | null;
  /** Whether the document has it. */
  readonly isDocumented: boolean;
}

export interface ServerDataView {
  /** With every variable replaced by its default; empty where the document has none. */
  readonly url: string;
  /** That one, and those with the other values of enums in its path. */
  readonly urls: readonly string[];
  /** As the document has it, variables in braces. */
  readonly template: string;
  readonly description: string | null;
}

export interface PaginationDataView {
  /** By what the next page is asked for. */
  readonly kind: "page" | "offset" | "cursor" | "link";
  /** Where the items stand in the data. */
  readonly items: readonly string[];
}

export interface ResponseDataView {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly ok: boolean;
  readonly description: string | null;
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string | null;
    readonly schema: JsonSchema;
  }[];
  readonly contents: readonly ContentDataView[];
}

/**
 * The types of an operation's module, by what they are the type of. None is there twice: contents of the same schema
 * have the same.
 */
export interface OperationTypesView {
  /** Null where there are no such parameters. */
  readonly path: Identifier | null;
  readonly query: Identifier | null;
  readonly headers: Identifier | null;
  readonly cookies: Identifier | null;
  /** In the order of `data.requestBody.contents`. */
  readonly bodies: readonly Identifier[];
  /** In the order of `data.responses`. */
  readonly responses: readonly {
    readonly body: Identifier;
    /** In the order of its `contents`. */
    readonly contents: readonly ContentTypeView[];
  }[];
}

export interface ContentTypeView {
  /** A type of the module, or what needs no import (`string`). Of a stream: its text. */
  readonly type: Identifier | Expression;
  /** Whether the module has it. */
  readonly exported: boolean;
  /** Of a success that is a stream: the type of what its schema describes. */
  readonly item: Identifier | null;
}

/**
 * A JSON Schema 2020-12, with marks beside its keywords: `x-exemplar-date: true` where a text is a `Date` in code,
 * `x-exemplar-int64: "bigint"` or `"string"` where an integer is that, `x-exemplar-file: true` for a file of a multipart
 * body.
 */
export type JsonSchema = Readonly<Record<string, JsonValue>>;

/** A component schema that another one, or an operation, refers to. */
export interface SchemaReferenceView {
  /** In the document. */
  readonly name: string;
  readonly id: Identifier;
  readonly slug: string;
  readonly schema: JsonSchema;
  /** Whether it leads back to the schema that refers to it, itself or through others; never from an operation. */
  readonly leadsBack: boolean;
}

/** A specification extension: a key that begins with `x-`, and its value. */
export interface ExtensionView {
  readonly name: string;
  readonly slug: string;
  readonly value: JsonValue;
}
