/** What the package of library.yml exports, as far as the tests of the sets use it. */
import type {
  InfiniteData,
  UseInfiniteQueryOptions,
  UnusedSkipTokenOptions,
  UseMutationOptions,
} from "@tanstack/react-query";
import type { HttpHandler, RequestHandlerOptions } from "msw";

export interface Book {
  readonly id: string;
  readonly title: string;
}

interface Called<Data> extends Promise<Data> {
  readonly result: () => Promise<unknown>;
}

type Operation<Input, Data> = (client: unknown, input: Input, options?: { readonly baseUrl?: string }) => Called<Data>;
type Handler<Input, Data> = (
  handler: (request: Input, reply: (status: number, data: unknown) => never) => Data | Response | undefined,
  options?: RequestHandlerOptions,
) => HttpHandler;
/** Options whose function is there. */
type Query<Data, Failed = Error> = UnusedSkipTokenOptions<Data, Failed>;
type BookError =
  | { readonly name: "ApiError"; readonly status: 404; readonly body: { readonly reason: string } }
  | { readonly name: "ResponseError" };
interface Page {
  readonly items: readonly Book[];
}
interface ListInput {
  readonly query?: { readonly cursor?: string };
}
interface Mock {
  (input: string, init?: RequestInit): Promise<Response>;
  readonly requests: readonly { readonly operation: string | null }[];
  readonly on: (
    operation: string,
    handler: (
      request: WithId & ListInput & { readonly body: Partial<Book> },
      reply: (status: number, data: unknown) => never,
    ) => unknown,
  ) => void;
}
interface WithId {
  readonly path: { readonly id: string };
}

export interface Library {
  readonly createClient: (options: object) => unknown;
  readonly getBook: Operation<WithId, Book>;
  readonly removeBook: Operation<WithId, undefined>;
  readonly addBook: Operation<{ readonly body: Partial<Book> }, Book>;
  readonly listBooks: (client: unknown) => Called<unknown>;
  readonly myBooks: (client: unknown) => Called<unknown>;
  readonly searchBooks: Operation<{ readonly body: object }, unknown>;
  readonly createMock: () => Mock;
  readonly getBookKey: (input?: WithId) => readonly unknown[];
  readonly getBookQuery: (client: unknown, input: WithId) => Query<Book, BookError>;
  readonly myBooksKey: (input?: object) => readonly unknown[];
  readonly myBooksQuery: (client: unknown) => Query<null>;
  readonly searchBooksQuery: (client: unknown, input: object) => Query<{ readonly count: number }>;
  readonly addBookMutation: (client: unknown) => UseMutationOptions<Book, Error, { readonly body: Partial<Book> }>;
  readonly listBooksPages: (client: unknown) => UseInfiniteQueryOptions<Page, Error, InfiniteData<Page>>;
  readonly createHandlers: (options?: object) => Iterable<HttpHandler> & {
    readonly getBook: Handler<WithId, Book>;
    readonly addBook: Handler<{ readonly body: Partial<Book> }, Partial<Book>>;
  };
}
