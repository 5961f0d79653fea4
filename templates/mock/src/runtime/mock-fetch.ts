/** The mock: routing, checks and answers. A `fetch`, so that it works with and without a server. */
import { checkRequest, type CheckedRequest } from "./check-request.js";
import { answer, type AnswerContext, hasQueryParameter } from "./mock-answer.js";
import { allowOrigin, isPreflight, preflightHeaders } from "./mock-cors.js";
import { delay, orAborted } from "./mock-delay.js";
import { answerOfHandler, type AnyHandler } from "./mock-handler.js";
import { patternOf } from "./mock-path.js";
import { problemAnswer } from "./mock-problem.js";
import { refuse } from "./mock-refusal.js";
import { type FindRoutes, routerOf } from "./mock-router.js";
import type { MockOperation, MockSetup } from "./mock-setup.js";
import type { MockHandler, MockOf, MockOptions, MockRecord, OperationTable } from "./mock-types.js";
import { type Answer, contentAnswer, responseOf } from "./plain-answer.js";
import { isPreferred, preferencesOf } from "./prefer.js";
import { receive, type ReceivedRequest } from "./received-request.js";

export type { MockOperation, MockResponse, MockContent, MockSetup } from "./mock-setup.js";
export type { MockHandler, MockOf, MockOptions, MockOutcome, MockRecord, MockReply } from "./mock-types.js";

/** What a mock holds from one request to the next. */
interface State {
  readonly setup: MockSetup;
  readonly options: MockOptions;
  readonly find: FindRoutes<Route>;
  readonly handlers: Map<string, AnyHandler[]>;
  /** How many values have been made up. */
  made: number;
}

/** An operation with the name of its function. */
interface Route extends MockOperation {
  readonly id: string;
}

/** What became of a request. */
interface Outcome {
  readonly operation: Route | null;
  readonly checked: CheckedRequest | null;
  readonly answer: Answer | Response;
}

/** Makes a mock of what the document says. */
export function makeMock<Operations extends OperationTable<Operations>>(
  setup: MockSetup,
  options: MockOptions,
): MockOf<Operations> {
  const entries = Object.entries(setup.operations).map(([id, operation]) => {
    return { pattern: patternOf(operation.path), route: { ...operation, id } };
  });
  const state: State = { setup, options, find: routerOf(entries), handlers: new Map(), made: 0 };
  const requests: MockRecord<Operations>[] = [];
  const mock = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request =
      input instanceof Request && init === undefined
        ? input
        : new Request(input instanceof Request ? input : new URL(input, "http://localhost"), init);
    request.signal.throwIfAborted();
    const wait = typeof options.delay === "function" ? options.delay(request) : (options.delay ?? 0);
    const received = await receive(request);
    if (wait > 0) await delay(wait, request.signal);
    const outcome = await respond(state, received);
    const response = finish(request, outcome.answer, options);
    // The table's types are those of its operations, by whose names records are told apart.
    requests.push(recordOf(request, outcome, response) as MockRecord<Operations>);
    if (requests.length > (options.recorded ?? 1000)) requests.shift();
    options.onRequest?.(received.copy(), response);
    return response;
  };
  return Object.assign(mock, {
    requests,
    on<Name extends keyof Operations>(operation: Name, handler: MockHandler<Operations[Name]>) {
      return addHandler(state, String(operation), handler);
    },
    operationOf: async (request: Request) => {
      // Its operations are those of the table.
      return (await operationOf(state, request)) as keyof Operations | null;
    },
    reset() {
      requests.length = 0;
      state.handlers.clear();
      state.made = 0;
    },
  });
}

function addHandler({ handlers, setup }: State, name: string, handler: AnyHandler): () => void {
  if (!Object.hasOwn(setup.operations, name)) throw new TypeError(`There is no operation ${JSON.stringify(name)}`);
  const own = handlers.get(name) ?? [];
  handlers.set(name, own);
  own.push(handler);
  return () => {
    const index = own.lastIndexOf(handler);
    if (index >= 0) own.splice(index, 1);
  };
}

function recordOf({ method, url }: Request, { operation, checked }: Outcome, { status }: Response): object {
  const problems =
    checked?.refusal?.errors ?? (checked?.refusal ? [{ field: "", message: checked.refusal.detail }] : []);
  return { operation: operation && operation.id, method, url, input: checked?.input, problems, status };
}

/** The answer as the request's method and the page that it comes from may have it. */
function finish(request: Request, full: Answer | Response, { cors = true }: MockOptions): Response {
  // RFC 9110, section 9.3.2: what answers HEAD has no content, whatever it says.
  const isHead = request.method === "HEAD";
  const response =
    full instanceof Response
      ? isHead
        ? new Response(null, full)
        : full
      : responseOf(isHead ? { ...full, body: null } : full);
  if (!cors || !request.headers.has("origin")) return response;
  try {
    allowOrigin(request, response.headers);
    return response;
  } catch {
    // The headers of an answer that came from `fetch` cannot be changed.
    const copy = new Response(response.body, response);
    allowOrigin(request, copy.headers);
    return copy;
  }
}

async function respond(state: State, received: ReceivedRequest): Promise<Outcome> {
  const { request, pathname, search } = received;
  const matching = findAll(state, pathname, search);
  const none = (own: Answer): Outcome => ({ operation: null, checked: null, answer: own });
  if (matching.length === 0)
    return none(problemAnswer({ status: 404, detail: `No operation has the path ${pathname}.` }));
  const routes = routesOf(matching, request.method);
  if (state.options.cors !== false && isPreflight(request)) {
    const methods = methodsOf(matching);
    return none(contentAnswer(204, null, undefined, { allow: methods, ...preflightHeaders(request, methods) }));
  }
  const [first] = routes;
  if (first === undefined) {
    const methods = methodsOf(matching);
    const headers = { allow: methods };
    if (request.method === "OPTIONS") return none(contentAnswer(204, null, undefined, headers));
    return none(problemAnswer({ status: 405, detail: `This path has the methods ${methods}.`, headers }));
  }
  // Some documents have several operations of one path and method: the first that the request fits is meant.
  let refused: readonly [Route, CheckedRequest] | null = null;
  for (const operation of routes) {
    const checked = await checkRequest(state.setup, operation, received);
    if (checked.refusal === null)
      return { operation, checked, answer: await answerTo(state, operation, received, checked.input) };
    refused ??= [operation, checked];
  }
  const [operation, checked] = refused ?? [first, null];
  const accept = request.headers.get("accept");
  const isDocumented = state.options.errors !== "problems";
  const own =
    checked === null || checked.refusal === null
      ? problemAnswer({ status: 500, detail: "The request was not checked." })
      : refuse(operation, checked.refusal, accept, isDocumented);
  return { operation, checked, answer: own };
}

/** The operation that would answer a request, or refuse it: of several, the first that it fits. */
async function operationOf(state: State, request: Request): Promise<string | null> {
  const received = await receive(request.clone());
  const [first, ...others] = routesOf(findAll(state, received.pathname, received.search), request.method);
  if (first === undefined) return null;
  for (const route of others.length === 0 ? [] : [first, ...others])
    if ((await checkRequest(state.setup, route, received)).refusal === null) return route.id;
  return first.id;
}

/** All operations of the path, with and without what servers have in front. */
function findAll({ setup, find }: State, pathname: string, search: string): readonly Route[] {
  const bases = setup.basePaths.filter((base) => pathname.startsWith(`${base}/`));
  const found = ["", ...bases]
    .map((base) => find(pathname.slice(base.length), search))
    .filter((entries) => entries.length > 0);
  // Where a path means something with its front and without, what says more of it is meant.
  const fixedOf = (entries: (typeof found)[number]) => entries[0]?.pattern.fixed ?? 0;
  if (found.length > 1) found.sort((a, b) => fixedOf(b) - fixedOf(a));
  return found.flat().map(({ route }) => route);
}

function routesOf(matching: readonly Route[], asked: string): readonly Route[] {
  const of = (method: string) => matching.filter((route) => route.method === method);
  const own = of(asked);
  // RFC 9110, section 9.3.2.
  return own.length > 0 || asked !== "HEAD" ? own : of("GET");
}

function methodsOf(matching: readonly Route[]): string {
  const methods = new Set(matching.map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  methods.add("OPTIONS");
  return [...methods].join(", ");
}

async function answerTo(
  state: State,
  operation: Route,
  received: ReceivedRequest,
  input: unknown,
): Promise<Answer | Response> {
  const { options } = state;
  const { headers, signal } = received.request;
  const preferences = preferencesOf(headers, received.search, (name) => hasQueryParameter(operation, name));
  const context: AnswerContext = {
    accept: headers.get("accept"),
    preferences,
    input,
    isDynamic: options.dynamic ?? false,
    isEcho: isPreferred(preferences, "echo") ?? options.echo ?? false,
    nextSeed: () => (options.seed ?? 0) * 1_000_003 + state.made++,
  };
  const handler = state.handlers.get(operation.id)?.at(-1);
  const own =
    handler === undefined ? null : await orAborted(answerOfHandler(handler, operation, received, context), signal);
  return own ?? answer(operation, context);
}
