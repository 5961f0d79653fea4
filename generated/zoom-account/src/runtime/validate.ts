/** Data that a schema checks, of whichever library: https://standardschema.dev. */
import type { ApiPromise, Success } from "./api-promise.js";
import type { Call, Client, ClientOf } from "./client.js";
import type { IsPaged, Paged } from "./pages.js";
import { type ReadBody, readJson } from "./read-json.js";
import type { IsStreamed, Streamed } from "./streamed.js";

/** What the libraries of Standard Schema (Zod, Valibot, ArkType and others) have in common, version 1. */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

type SchemaResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** What a schema found. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Data that its schema does not allow: the `cause` of a ResponseError. */
export class SchemaError extends TypeError {
  override readonly name: string = "SchemaError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(`the answer is not what its schema allows: ${issues.map(describe).join("; ")}`);
    this.issues = issues;
  }
}

/** An outcome whose successes have been checked. */
export type Checked<Result, Output> = Result extends Success<infer Status, unknown> ? Success<Status, Output> : Result;

/** The promise of an operation whose data has been checked; it has pages or a stream if the operation's has. */
export type Validated<Promised, Output> =
  Promised extends ApiPromise<unknown, infer Result>
    ? IsStreamed<Promised> extends true
      ? WithPages<ApiPromise<Output, Checked<Result, Output>> & Streamed<Output>, Promised, Output>
      : WithPages<ApiPromise<Output, Checked<Result, Output>>, Promised, Output>
    : never;

type WithPages<Valid, Promised, Output> =
  IsPaged<Promised> extends true
    ? Valid & (Promised extends Paged<unknown, infer Items> ? Paged<Output, Items> : never)
    : Valid;

/**
 * An operation whose data is what a schema makes of it; what the schema does not allow is a ResponseError.
 * @param operation any of this package
 * @param schema of the data of a success; of a stream, of each item
 */
export function validated<Args extends readonly [Client, ...(readonly unknown[])], Promised, Output>(
  operation: (...args: Args) => Promised,
  schema: StandardSchema<Output>,
): (...args: Args) => Validated<Promised, Output> {
  return (...[client, ...rest]) => {
    const checking: Client = { ...client, send: (call, options) => client.send(checked(call, schema), options) };
    // The schema says what the data is from now on, and each item of a stream.
    return (operation as (...args: readonly unknown[]) => never)(checking, ...rest);
  };
}

/**
 * A client that checks the data of some operations. Their types stay those of the document.
 * @param schemas by the name of the operation in the document
 */
export function withSchemas<Package extends string>(
  client: ClientOf<Package>,
  schemas: Readonly<Record<string, StandardSchema | undefined>>,
): ClientOf<Package> {
  return {
    ...client,
    send: (call, options) => {
      const schema = Object.hasOwn(schemas, call.operation) ? schemas[call.operation] : undefined;
      return client.send(schema ? checked(call, schema) : call, options);
    },
  };
}

function checked(call: Call, schema: StandardSchema): Call {
  const { read = readJson } = call;
  const check = async (value: unknown) => {
    const result = await schema["~standard"].validate(value);
    if (result.issues) throw new SchemaError(result.issues);
    return result.value;
  };
  const readChecked: ReadBody = async (bytes, response, parse, accept) => {
    const value = await read(bytes, response, parse, accept);
    return response.ok ? check(value) : value;
  };
  return { ...call, read: readChecked, check };
}

function describe({ message, path = [] }: Issue): string {
  const keys = path.map((key) => String(typeof key === "object" ? key.key : key));
  return keys.length > 0 ? `${keys.join(".")}: ${message}` : message;
}
