/** The mock: routing, checks and answers. A `fetch`, so that it works with and without a server. */
import type { DecodeResult } from "./form-reader.js";
import { fits, negotiate, parseMediaType } from "./media-type.js";
import { matchPath, type PathPattern, patternOf } from "./mock-path.js";
import { isStream, streamText } from "./mock-stream.js";

/** A `fetch` that answers by itself. */
export type Mock = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface MockOptions {
  /** Called with each request and its answer, when it has been answered. */
  readonly onRequest?: (request: Request, response: Response) => void;
}

/** What the document says, as far as the mock looks at it. */
export interface MockSetup {
  /** Paths of servers, which a request's path may begin with. */
  readonly basePaths: readonly string[];
  /** Places where a credential of a scheme may stand. */
  readonly schemes: Readonly<Record<string, readonly { readonly in: string; readonly name: string }[]>>;
  readonly operations: readonly MockOperation[];
}

export interface MockOperation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Alternatives of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  /** The media types, or ranges of them, that a body may have. */
  readonly contentType?: string | readonly string[];
  /** Reads a request, and says what in it does not fit. */
  readonly decode?: (request: Request) => Promise<DecodeResult<unknown>>;
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
  /** Writes an example in place of what writes JSON and streams of it. */
  readonly write?: (contentType: string, value: unknown) => string;
}

interface Route extends MockOperation {
  readonly pattern: PathPattern;
}

/** A problem of RFC 9457. */
interface ProblemDetails {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** Makes a mock of what the document says. */
export function makeMock(setup: MockSetup, options: MockOptions): Mock {
  const routes = setup.operations.map((operation): Route => ({ ...operation, pattern: patternOf(operation.path) }));
  // Where two templates match, the one that says more is meant (OpenAPI 3.1.1, 4.8.8.2).
  routes.sort((a, b) => b.pattern.fixed - a.pattern.fixed || b.pattern.length - a.pattern.length);
  return async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, "http://localhost"), init);
    request.signal.throwIfAborted();
    const full = await respond(setup, routes, request);
    // RFC 9110, section 9.3.2: what answers HEAD has no content, whatever it says.
    const answer = request.method === "HEAD" ? new Response(null, full) : full;
    options.onRequest?.(request, answer);
    return answer;
  };
}

async function respond(setup: MockSetup, routes: readonly Route[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const paths = [
    url.pathname,
    ...setup.basePaths
      .filter((base) => url.pathname.startsWith(`${base}/`))
      .map((base) => url.pathname.slice(base.length)),
  ];
  const matching = routes.filter(({ pattern }) => paths.some((path) => matchPath(pattern, path, url.search)));
  // Some documents have several operations of one path and method: the first that the request fits is meant.
  const routesOfMethod = matching.filter(({ method }) => method === request.method);
  const [first] = routesOfMethod;
  if (first === undefined) {
    if (matching.length === 0)
      return problem({ status: 404, title: "Not Found", detail: `No operation has the path ${url.pathname}.` });
    const methods = [...new Set(matching.map(({ method }) => method))].join(", ");
    const refusal = problem({
      status: 405,
      title: "Method Not Allowed",
      detail: `This path has the methods ${methods}.`,
    });
    refusal.headers.set("allow", methods);
    return refusal;
  }
  const body = await request.clone().text();
  let refusal: Response | null = null;
  for (const route of routesOfMethod) {
    const problem =
      checkCredentials(setup, route, request, url, body) ?? (await checkRequest(route, request, body !== ""));
    if (problem === null) return answer(route, request);
    refusal ??= problem;
  }
  return refusal ?? answer(first, request);
}

function checkCredentials(setup: MockSetup, route: Route, request: Request, url: URL, body: string): Response | null {
  const alternatives = route.security ?? [];
  const form = typeOf(request) === "application/x-www-form-urlencoded" ? new URLSearchParams(body) : null;
  const has = (place: { readonly in: string; readonly name: string }): boolean => {
    if (place.in === "form") return form?.has(place.name) ?? false;
    return hasParameter(request, url, place);
  };
  const isMet = (scheme: string) => {
    const places = setup.schemes[scheme] ?? [];
    return places.length === 0 || places.some(has);
  };
  if (alternatives.length === 0 || alternatives.some((schemes) => schemes.every(isMet))) return null;
  const wanted = alternatives.map((schemes) => schemes.join(" and ")).join(", or ");
  return problem({ status: 401, title: "Unauthorized", detail: `${route.operation} needs credentials for ${wanted}.` });
}

function hasParameter(request: Request, url: URL, place: { readonly in: string; readonly name: string }): boolean {
  if (place.in === "query") return url.searchParams.has(place.name);
  if (place.in === "cookie" || place.in === "cookies") {
    const cookies = (request.headers.get("cookie") ?? "").split(";");
    return cookies.some((cookie) => cookie.trim().startsWith(`${place.name}=`));
  }
  return request.headers.has(place.name);
}

async function checkRequest(route: Route, request: Request, hasBody: boolean): Promise<Response | null> {
  const accepted = typeof route.contentType === "string" ? [route.contentType] : (route.contentType ?? []);
  // What nobody named may be anything (RFC 9110, section 8.3).
  const sent = parseMediaType(request.headers.get("content-type") ?? "application/octet-stream");
  if (hasBody && accepted.length > 0 && !accepted.some((type) => fits(sent, parseMediaType(type)))) {
    const detail = `${route.operation} takes a body of type ${accepted.join(" or ")}.`;
    return problem({ status: 415, title: "Unsupported Media Type", detail });
  }
  const decoded = await route.decode?.(request.clone());
  if (decoded === undefined || decoded.ok) return null;
  return problem({
    status: 422,
    title: "Unprocessable Content",
    detail: `The request does not fit ${route.operation}.`,
    errors: decoded.problems,
  });
}

/** `Prefer: code=404, example=name` chooses, as Prism does; else the first 2xx, else `default`, else the first. */
function answer(route: Route, request: Request): Response {
  const prefer = new Map(
    (request.headers.get("prefer") ?? "").split(/[,;]/).map((part) => {
      const [key = "", ...value] = part.trim().split("=");
      return [key.toLowerCase(), value.join("=").replace(/^"|"$/g, "")];
    }),
  );
  const code = prefer.get("code");
  const { responses } = route;
  const chosen =
    code === undefined
      ? (responses.find(({ status }) => status.startsWith("2")) ??
        responses.find(({ status }) => status === "default") ??
        responses[0])
      : responseFor(responses, code);
  if (chosen === undefined) {
    const detail =
      code === undefined ? `${route.operation} has no response.` : `${route.operation} has no response ${code}.`;
    return problem({ status: code === undefined ? 501 : 404, title: "No Such Response", detail });
  }
  const status =
    code ??
    (/^\d+$/.test(chosen.status)
      ? chosen.status
      : chosen.status === "default"
        ? "200"
        : chosen.status.replace(/XX$/, "00"));
  return serve(route, chosen, Number(status), request.headers.get("accept"), prefer.get("example"));
}

function responseFor(responses: readonly MockResponse[], code: string): MockResponse | undefined {
  if (!/^[2-5]\d\d$/.test(code)) return undefined;
  return [code, `${code.charAt(0)}XX`, "default"]
    .map((key) => responses.find(({ status }) => status === key))
    .find((response) => response !== undefined);
}

function serve(
  route: Route,
  response: MockResponse,
  status: number,
  accept: string | null,
  example: string | undefined,
): Response {
  // A `Response` cannot have any other.
  if (!(status >= 200 && status <= 599))
    return problem({ status: 501, title: "Not Implemented", detail: `A mock cannot answer with status ${status}.` });
  const { contentType, headers, others = [] } = response;
  const isEmpty = [204, 205, 304].includes(status) || contentType === undefined;
  const contents: readonly MockContent[] = isEmpty ? [] : [{ ...response, contentType }, ...others];
  const types = contents.map((content) => content.contentType);
  const index = negotiate(accept, types);
  // An error is said in a media type that nobody asked for, rather than hidden behind another.
  const content = contents[index ?? (status >= 400 ? 0 : -1)];
  if (!isEmpty && content === undefined) {
    const detail = `${route.operation} answers ${status} with ${types.join(" or ")}.`;
    return problem({ status: 406, title: "Not Acceptable", detail });
  }
  const named = Object.entries(content?.examples ?? {});
  const [, value] = (example === undefined ? named[0] : named.find(([name]) => name === example)) ?? [];
  if (example !== undefined && value === undefined) {
    return problem({
      status: 404,
      title: "No Such Example",
      detail: `${route.operation} has no example ${example} for ${status}.`,
    });
  }
  if (content === undefined) return new Response(null, { status, headers: { ...headers } });
  if (value === undefined) {
    const detail = `${route.operation} has no example of ${content.contentType} for ${status}: no value fits its schema.`;
    return problem({ status: 501, title: "Not Implemented", detail });
  }
  return new Response((content.write ?? bodyOf)(content.contentType, value), {
    status,
    headers: { ...headers, "content-type": content.contentType },
  });
}

function bodyOf(contentType: string, value: unknown): string | Blob {
  if (value instanceof Blob) return value;
  if (!isStream(contentType))
    return /^[^;]*json *(;|$)/.test(contentType) || typeof value !== "string" ? JSON.stringify(value) : value;
  return typeof value === "string" ? value : streamText(contentType, Array.isArray(value) ? value : [value]);
}

function typeOf(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function problem(details: ProblemDetails): Response {
  return new Response(JSON.stringify(details), {
    status: details.status,
    headers: { "content-type": "application/problem+json" },
  });
}
