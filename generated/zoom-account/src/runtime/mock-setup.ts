/** What the document says, as far as the mock looks at it: the generated part of a mock. */
import type { DecodeResult } from "./form-reader.js";
import type { JsonSchema, OperationSchemas } from "./json-schema.js";

export interface MockSetup {
  /** Paths of servers, which a request's path may begin with. */
  readonly basePaths: readonly string[];
  /** Places where a credential of a scheme may stand. */
  readonly schemes: Readonly<Record<string, readonly CredentialPlace[]>>;
  /** By the names of their functions. */
  readonly operations: Readonly<Record<string, MockOperation>>;
}

export interface CredentialPlace {
  /** `header`, `query`, `cookie` or `form`. */
  readonly in: string;
  readonly name: string;
  /** The word that an `authorization` header begins with. */
  readonly scheme?: string;
}

export interface MockOperation {
  /** As the document calls it. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Alternatives of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  /** The media types, or ranges of them, that a body may have. */
  readonly contentType?: string | readonly string[];
  /** Reads a request, and says what in it does not fit. */
  readonly decode?: (request: Request) => Promise<DecodeResult<unknown>>;
  /** What is checked of what was read. */
  readonly schemas?: OperationSchemas;
  readonly responses: readonly MockResponse[];
}

export interface MockResponse extends Partial<MockContent> {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** Sent beside the body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In other media types, which `Accept` may ask for. */
  readonly others?: readonly MockContent[];
}

/** What an answer says, in one media type. */
export interface MockContent {
  readonly contentType: string;
  /** By name. That of a stream is a list of its values, one value, or its text; that of bytes is a Blob. */
  readonly examples?: Readonly<Record<string, unknown>>;
  /** What values may be; of a stream, one of them. */
  readonly schema?: JsonSchema | undefined;
  /** Writes an example in place of what writes JSON and streams of it. */
  readonly write?: (contentType: string, value: unknown) => string;
}
