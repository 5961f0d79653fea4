/** What options of TanStack Query are made of. */
import {
  type DataTag,
  mutationOptions,
  queryOptions,
  type UnusedSkipTokenOptions,
  type UseMutationOptions,
} from "@tanstack/react-query";
import type { ErrorOf } from "./api-promise.js";

/** The name of the operation, and its input. */
export type OperationKey<Name extends string, Input> = readonly [operation: Name, input?: Input];

/** What the cache holds: it takes `undefined` for nothing, so an answer without content is null. */
export type CachedData<Data> = Data extends undefined ? null : Data;

/** Options of a query; the key knows the types of data and error. */
export type OperationQuery<Name extends string, Input, Data, Result> = UnusedSkipTokenOptions<
  CachedData<Data>,
  ErrorOf<Result>,
  CachedData<Data>,
  OperationKey<Name, Input>
> & { queryKey: DataTag<OperationKey<Name, Input>, CachedData<Data>, ErrorOf<Result>> };

/** Options of a mutation, whose variables are the input of the operation. */
export type OperationMutation<Name extends string, Input, Data, Result> = Omit<
  UseMutationOptions<Data, ErrorOf<Result>, Input>,
  "mutationKey"
> & { mutationKey: readonly [operation: Name] };

/** Makes a key. TanStack Query hashes keys as JSON, in which big integers are none: in a key they are text. */
export function makeKey<Name extends string, Input>(name: Name, input?: Input): OperationKey<Name, Input> {
  // But for big integers, which nobody reads from a key, it is the input.
  return input === undefined ? [name] : [name, withoutBigInts(input) as Input];
}

function withoutBigInts(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withoutBigInts);
  const prototype: unknown = value === null || typeof value !== "object" ? null : Object.getPrototypeOf(value);
  if (prototype !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, withoutBigInts(inner)]));
}

/**
 * Makes the options of a query.
 * @param call calls the operation
 */
export function makeQuery<Name extends string, Input, Data, Result>(
  name: Name,
  input: Input,
  call: (signal: AbortSignal) => PromiseLike<Data>,
): OperationQuery<Name, Input, Data, Result> {
  return queryOptions<CachedData<Data>, ErrorOf<Result>, CachedData<Data>, OperationKey<Name, Input>>({
    queryKey: makeKey(name, input),
    // What the type says of undefined.
    queryFn: async ({ signal }) => ((await call(signal)) ?? null) as CachedData<Data>,
  });
}

/** Makes the options of a mutation. */
export function makeMutation<Name extends string, Input, Data, Result>(
  name: Name,
  call: (input: Input) => PromiseLike<Data>,
): OperationMutation<Name, Input, Data, Result> {
  return mutationOptions<Data, ErrorOf<Result>, Input>({
    mutationKey: [name],
    mutationFn: async (input) => await call(input),
    // Its key is the one that was just given.
  }) as OperationMutation<Name, Input, Data, Result>;
}
