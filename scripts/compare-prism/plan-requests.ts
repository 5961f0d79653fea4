/** Requests that are sent to both servers: one that fits, and ways in which it does not. */
import type { Model, Operation, Parameter } from "../../generator/model/model.js";
import { requestBodies } from "../../generator/view/request-bodies.js";
import type { LoadedPackage } from "../corpus/load-package.js";

export interface PlannedRequest {
  readonly kind: string;
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Whether the document itself has the body of the answer. */
  readonly hasExample: boolean;
}

const base = "http://exemplar.test";

/** The requests of an operation; none where its own client cannot send one, or sends what is no text. */
export async function planRequests(
  model: Model,
  loaded: LoadedPackage,
  operation: Operation,
): Promise<readonly PlannedRequest[]> {
  const valid = await validRequest(model, loaded, operation);
  if (valid === null) return [];
  const as = (kind: string, change: Partial<PlannedRequest>): PlannedRequest => ({
    ...valid,
    hasExample: false,
    ...change,
    kind,
  });
  const headers = valid.headers;
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
  const others = operation.responses.filter(({ status }) => /^[3-5]\d\d$/.test(status));
  const named = operation.responses
    .flatMap(({ contents }) => contents.flatMap(({ fixtures }) => fixtures))
    .find(({ name }) => name !== "default");
  const body = requestBodies(operation)[0];
  const [path = ""] = valid.target.split("?");
  return [
    valid,
    ...queryFaults(operation.parameters.query, valid.target).map(([kind, target]) => as(kind, { target })),
    ...(valid.body !== null && body?.required === true
      ? [as("no body", { body: null, headers: without("content-type") })]
      : []),
    ...(valid.body !== null
      ? [as("wrong media type", { headers: { ...without("content-type"), "content-type": "application/x-nope" } })]
      : []),
    ...bodyFaults(valid).map(([kind, text]) => as(kind, { body: text })),
    as("unknown path", { target: `${path}/no-such-path` }),
    as("wrong method", { method: freeMethod(model, operation), body: null, headers: without("content-type") }),
    ...(operation.security.length > 0
      ? [
          as("no credentials", {
            headers: without("authorization", "cookie"),
            target: withoutKeys(model, valid.target),
          }),
        ]
      : []),
    as("Accept that nothing fits", { headers: { ...without("accept"), accept: "application/x-nope" } }),
    ...others
      .slice(0, 1)
      .map(({ status }) => as("Prefer: code", { headers: { ...headers, prefer: `code=${status}` } })),
    as("Prefer: code that is not there", { headers: { ...headers, prefer: "code=499" } }),
    ...(named === undefined
      ? []
      : [as("Prefer: example", { headers: { ...headers, prefer: `example=${named.name}` } })]),
    as("Prefer: example that is not there", { headers: { ...headers, prefer: "example=no-such-example" } }),
    as("HEAD", { method: "HEAD", body: null, headers: without("content-type") }),
  ].filter(({ kind, method }) => kind !== "HEAD" || (valid.method === "GET" && method === "HEAD"));
}

async function validRequest(model: Model, loaded: LoadedPackage, operation: Operation): Promise<PlannedRequest | null> {
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const client = loaded.createClient({
    baseUrl: base,
    fetch: (url: string, init: RequestInit) => {
      sent.push({ url, init });
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  const call = loaded.operations[operation.id];
  const input = loaded.fixtures[operation.id]?.request;
  if (call === undefined || input === undefined) return null;
  try {
    const auth = Object.fromEntries(
      model.securitySchemes.map(({ name, kind }) => [name, kind === "basic" ? "user:password" : "dG9rZW4="]),
    );
    await call(client, input, { auth, baseUrl: base }).result();
  } catch {
    return null;
  }
  const [first] = sent;
  if (first === undefined) return null;
  const { url, init } = first;
  if (init.body !== undefined && init.body !== null && typeof init.body !== "string") return null;
  const success = operation.responses.find(({ status }) => status.startsWith("2"));
  const content = success?.contents.find(({ kind }) => kind === "json");
  return {
    kind: "valid",
    operation: operation.id,
    method: init.method ?? "GET",
    target: url.slice(base.length),
    headers: Object.fromEntries(new Headers(init.headers)),
    body: init.body ?? null,
    hasExample: content?.fixtures[0]?.source === "example",
  };
}

function queryFaults(parameters: readonly Parameter[], target: string): readonly (readonly [string, string])[] {
  const [path = "", search = ""] = target.split("?");
  const changed = (change: (query: URLSearchParams) => void) => {
    const query = new URLSearchParams(search);
    change(query);
    const text = query.toString();
    return text === "" ? path : `${path}?${text}`;
  };
  const set = ({ name }: Parameter, value: string) =>
    changed((query) => {
      query.set(name, value);
    });
  const find = (has: (parameter: Parameter) => boolean) =>
    parameters.filter(({ encoding }) => encoding.style === "form").find(has);
  const faults: (readonly [string, string])[] = [];
  const missing = find(({ required, name }) => required && new URLSearchParams(search).has(name));
  if (missing !== undefined)
    faults.push([
      "no required parameter",
      changed((query) => {
        query.delete(missing.name);
      }),
    ]);
  const number = find(({ schema }) => schema["type"] === "integer");
  if (number !== undefined) faults.push(["parameter of the wrong type", set(number, "abc")]);
  const bounded = find(({ schema }) => schema["type"] === "integer" && typeof schema["maximum"] === "number");
  if (bounded !== undefined)
    faults.push(["parameter out of bounds", set(bounded, String(Number(bounded.schema["maximum"]) + 1))]);
  const choice = find(({ schema }) => schema["type"] === "string" && Array.isArray(schema["enum"]));
  if (choice !== undefined) faults.push(["parameter not in its enum", set(choice, "no-such-value")]);
  faults.push([
    "unknown parameter",
    changed((query) => {
      query.set("no_such_parameter", "1");
    }),
  ]);
  return faults;
}

function bodyFaults({ body, headers }: PlannedRequest): readonly (readonly [string, string])[] {
  if (body === null || !/json/.test(headers["content-type"] ?? "")) return [];
  const value: unknown = JSON.parse(body);
  const faults: (readonly [string, string])[] = [
    ["body that is no JSON", "{"],
    ["body of another type", Array.isArray(value) ? "{}" : "[]"],
  ];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return faults;
  const [first] = Object.keys(value);
  if (first === undefined) return faults;
  return [
    ...faults,
    ["body without its first property", JSON.stringify({ ...value, [first]: undefined })],
    ["body with a property of another type", JSON.stringify({ ...value, [first]: [[1]] })],
  ];
}

/** A method that no operation of the path has. */
function freeMethod(model: Model, { path }: Operation): string {
  const text = JSON.stringify(path.map((segment) => (segment.kind === "text" ? segment.text : null)));
  const taken = model.operations
    .filter(
      (other) => JSON.stringify(other.path.map((segment) => (segment.kind === "text" ? segment.text : null))) === text,
    )
    .map(({ method }) => method.toUpperCase());
  return ["DELETE", "PUT", "PATCH", "POST", "GET"].find((method) => !taken.includes(method)) ?? "TRACE";
}

function withoutKeys(model: Model, target: string): string {
  const [path = "", search = ""] = target.split("?");
  const query = new URLSearchParams(search);
  for (const scheme of model.securitySchemes) if (scheme.kind === "apiKey") query.delete(scheme.parameter);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
