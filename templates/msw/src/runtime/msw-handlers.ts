/** Handlers for Mock Service Worker that answer as the mock does. */
import { HttpHandler, type RequestHandlerOptions } from "msw";
import type { MockHandler, MockOf, MockOptions, OperationTable } from "./mock-types.js";
import { pathsBelow } from "./server-pattern.js";

export interface HandlersOptions extends MockOptions {
  /** Where the client sends requests; default: any server that the document has. */
  readonly baseUrl?: string;
}

/** A handler for each operation, to be spread into `setupServer` or `setupWorker`, and what makes others. */
export type HandlersOf<Operations extends OperationTable<Operations>> = Iterable<HttpHandler> & {
  /**
   * A handler that answers this operation, for `use` of a server or worker: as `on` of the mock takes it.
   * @param options `{ once: true }`: the next request alone
   */
  readonly [Name in keyof Operations]: (
    handler: MockHandler<Operations[Name]>,
    options?: RequestHandlerOptions,
  ) => HttpHandler;
};

/** Makes the handlers of a mock's operations. */
export function makeHandlers<Operations extends OperationTable<Operations>>(
  createMock: (options: MockOptions) => MockOf<Operations>,
  names: readonly (keyof Operations & string)[],
  servers: readonly string[],
  { baseUrl, ...options }: HandlersOptions,
): HandlersOf<Operations> {
  const bases = baseUrl === undefined ? servers : [baseUrl];
  const mock = createMock(options);
  /** Of requests that are being handled: each handler is asked about the same one. */
  const targets = new WeakMap<Request, Promise<Target>>();
  const targetOf = (request: Request): Promise<Target> => {
    const known = targets.get(request) ?? findTarget(mock, bases, request);
    targets.set(request, known);
    return known;
  };
  const handlerOf = (name: string, answer: MockOf<Operations>, given?: RequestHandlerOptions): HttpHandler => {
    const handler = new HttpHandler(
      /^/,
      async ({ request }) => (await targetOf(request)).operation === name,
      async ({ request }) => {
        const { path } = await targetOf(request);
        return answer(await requestTo(path, request));
      },
      given,
    );
    // What `listHandlers` shows.
    handler.info.header = name;
    return handler;
  };
  const makers = names.map((name) => [
    name,
    (own: MockHandler<Operations[typeof name]>, given?: RequestHandlerOptions) => {
      const answer = createMock(options);
      answer.on(name, own);
      return handlerOf(name, answer, given);
    },
  ]);
  const handlers = names.map((name) => handlerOf(name, mock));
  const all: unknown = { ...Object.fromEntries(makers), [Symbol.iterator]: () => handlers[Symbol.iterator]() };
  // There is one for each name of the table.
  return all as HandlersOf<Operations>;
}

/** What a request is for. */
interface Target {
  /** Null where the API has nothing to do with it. */
  readonly operation: PropertyKey | null;
  /** Below the server, with the query. */
  readonly path: string;
}

async function findTarget<Operations extends OperationTable<Operations>>(
  mock: MockOf<Operations>,
  bases: readonly string[],
  request: Request,
): Promise<Target> {
  for (const path of pathsBelow(bases, request.url)) {
    const operation = await mock.operationOf(await requestTo(path, request));
    if (operation !== null) return { operation, path };
  }
  return { operation: null, path: "" };
}

/** The same request, to a path of the same host, unread. Browsers do not copy a body that they have as a stream. */
async function requestTo(path: string, request: Request): Promise<Request> {
  const { method, headers, signal } = request;
  const canHaveBody = method !== "GET" && method !== "HEAD";
  const body = canHaveBody ? await request.clone().arrayBuffer() : new ArrayBuffer(0);
  const url = new URL(request.url).origin + path;
  return new Request(url, { method, headers, signal, ...(body.byteLength > 0 && { body }) });
}
