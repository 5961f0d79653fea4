/** Options of TanStack Query for operations with pages. */
import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  type UnusedSkipTokenInfiniteOptions,
} from "@tanstack/react-query";
import type { ErrorOf } from "./api-promise.js";
import type { CallOptions, Client } from "./client.js";
import { iteratePages } from "./iterate-pages.js";
import type { ItemOf, Paged } from "./pages.js";
import { makeKey } from "./react-query.js";

/** The name of the operation, its input, and that all pages of it are meant. */
export type PagesKey<Name extends string, Input> = readonly [operation: Name, input: Input, kind: "pages"];

/** A page in the cache. */
export interface CachedPage<Input, Data, Items> {
  readonly items: readonly ItemOf<Paged<Data, Items>>[];
  /** What the operation answered. */
  readonly data: Data;
  /** The input of the next page; null where this is the last. */
  readonly next: Input | null;
}

/** The page that an operation's promise says it gives. */
export type PageOf<Input, Operation> = Operation extends (...values: never[]) => Paged<infer Data, infer Items>
  ? CachedPage<Input, Data, Items>
  : never;

/** Options of an infinite query; the parameter of a page is the input that it is asked for by. */
export type OperationPages<Name extends string, Input, Operation, Result> = UnusedSkipTokenInfiniteOptions<
  PageOf<Input, Operation>,
  ErrorOf<Result>,
  InfiniteData<PageOf<Input, Operation>, Input>,
  PagesKey<Name, Input>,
  Input
> & {
  queryKey: DataTag<PagesKey<Name, Input>, InfiniteData<PageOf<Input, Operation>, Input>, ErrorOf<Result>>;
};

/** Makes the options of an infinite query. */
export function makePages<Name extends string, Input, Operation, Result>(
  name: Name,
  operation: Operation,
  client: Client,
  input: Input,
  options: CallOptions | undefined,
): OperationPages<Name, Input, Operation, Result> {
  type Cached = PageOf<Input, Operation>;
  const [, keyInput = input] = makeKey(name, input);
  return infiniteQueryOptions<Cached, ErrorOf<Result>, InfiniteData<Cached, Input>, PagesKey<Name, Input>, Input>({
    queryKey: [name, keyInput, "pages"],
    initialPageParam: input,
    // An operation with pages gives pages of this type.
    queryFn: async ({ pageParam, signal }) =>
      (await onePage(operation, client, pageParam, { ...options, signal })) as Cached,
    getNextPageParam: ({ next }: { readonly next: Input | null }) => next,
    // The data that the key tells of has the type of these parameters.
  }) as OperationPages<Name, Input, Operation, Result>;
}

/** A page, and the input of the next: what a second call would have, which is not made. */
async function onePage(operation: unknown, client: Client, first: unknown, options: CallOptions) {
  let next: unknown = null;
  let calls = 0;
  const once = (own: Client, input: unknown) => {
    if (calls++ === 0)
      return (operation as (...values: readonly unknown[]) => Paged<unknown, unknown>)(own, input, options);
    next = input;
    throw new TypeError("One page is enough");
  };
  const pages = iteratePages(once, [client, first]).pages();
  const iterator = pages[Symbol.asyncIterator]();
  const { value } = (await iterator.next()) as { readonly value: { readonly items: unknown; readonly data: unknown } };
  await iterator.next().catch(() => undefined);
  const { items, data } = value;
  return { items, data, next };
}
