/** What the package of library.yml exports, as far as the tests of the sets use it. */
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
interface WithId {
  readonly path: { readonly id: string };
}

export interface Library {
  readonly createClient: (options: object) => unknown;
  readonly getBook: Operation<WithId, Book>;
  readonly removeBook: Operation<WithId, undefined>;
  readonly addBook: Operation<{ readonly body: Partial<Book> }, Book>;
  readonly listBooks: Operation<object | void, unknown>;
  readonly myBooks: Operation<object | void, unknown>;
  readonly searchBooks: Operation<{ readonly body: object }, unknown>;
  readonly createHandlers: (options?: object) => Iterable<HttpHandler> & {
    readonly getBook: Handler<WithId, Book>;
    readonly addBook: Handler<{ readonly body: Partial<Book> }, Partial<Book>>;
  };
}
