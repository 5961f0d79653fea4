/** Calls every operation of a package against its own mock, and compares the answers with its fixtures. */
import type { Model, Operation, ResponseContent } from "../../generator/model/model.js";
import { patternOf } from "../../templates/mock/src/runtime/mock-path.js";
import { routerOf } from "../../templates/mock/src/runtime/mock-router.js";
import { brief, dataDifference, streamDifference, valueDifference } from "./compare-data.js";
import { contradictionsIn } from "./contradicts-schema.js";
import type { CallResult, LoadedMock, LoadedPackage, OperationFixtures } from "./load-package.js";
import type { Failure, Omission } from "./outcome.js";
import { planCalls, type PlannedCall } from "./plan-calls.js";

export interface CallReport {
  readonly calls: number;
  readonly failures: readonly Failure[];
  readonly omissions: readonly Omission[];
}

/** What the mock was asked, and what it answered. */
interface Exchange {
  readonly request: Request;
  readonly text: Promise<string>;
}

/** Makes all calls that the model plans, one after the other. */
export async function callPackage(model: Model, loaded: LoadedPackage): Promise<CallReport> {
  const plan = planCalls(model);
  const contradiction = contradictionsIn(model);
  const failures: Failure[] = [];
  const omissions: Omission[] = [...plan.omissions];
  let calls = 0;
  for (const call of plan.calls) {
    const { where } = call;
    if (loaded.fixtures[call.operation.id]?.request === undefined) {
      omissions.push({ where, why: "it has no fixture of a request" });
      continue;
    }
    if (call.content?.fixtures.length === 0) {
      omissions.push({ where, why: "it has no fixture of the response" });
      continue;
    }
    const exchanges: Exchange[] = [];
    const what = await differenceOf(model, loaded, call, exchanges);
    calls++;
    const other = what === null ? null : whoAnswered(model, call.operation, exchanges[0]?.request);
    const wrong =
      what === null ? null : contradiction(call.operation, inputOf(loaded.fixtures[call.operation.id]?.request, call));
    if (other !== null) omissions.push({ where, why: `on the wire it is ${other.id}` });
    else if (wrong !== null) omissions.push({ where, why: `its fixture contradicts its schema (${wrong})` });
    else if (what !== null) failures.push({ stage: "run", where, what });
  }
  return { calls, failures, omissions };
}

/** What is sent. */
function inputOf(fixture: unknown, { input }: PlannedCall): Readonly<Record<string, unknown>> {
  return { ...Object(fixture), ...input } as Readonly<Record<string, unknown>>;
}

/** Makes a call; what is wrong with its outcome, or null. */
async function differenceOf(
  model: Model,
  loaded: LoadedPackage,
  call: PlannedCall,
  exchanges: Exchange[],
): Promise<string | null> {
  const { operation, status, content } = call;
  const send = loaded.operations[operation.id];
  const fixtures = loaded.fixtures[operation.id];
  if (send === undefined || fixtures === undefined) return "the package has no such operation";
  const onRequest = (request: Request, response: Response) => {
    exchanges.push({ request, text: response.clone().text() });
  };
  const mock = loaded.createMock({ onRequest });
  const client = loaded.createClient({ fetch: (url: string, init: RequestInit) => unredirected(mock, url, init) });
  const options = {
    auth: credentialsOf(model, operation),
    headers: { prefer: `code=${status}`, ...(content !== null && { accept: content.sentAs ?? content.mediaType }) },
  };
  const isStream = content !== null && ["lines", "sequence", "events"].includes(content.kind);
  try {
    if (isStream && status < 300 && loaded.stream !== undefined) {
      const items: unknown[] = [];
      for await (const item of loaded.stream(send, client, inputOf(fixtures.request, call), options)) items.push(item);
      const expected = Object.values(fixtures.responses?.[call.fixture] ?? {})[0];
      return streamDifference(items, expected, content.kind === "events", (await exchanges[0]?.text) ?? "");
    }
    const result = await send(client, inputOf(fixtures.request, call), options).result();
    const raw = (await exchanges[0]?.text) ?? "";
    // A Date does not say how it was written; the mock writes it as the document does.
    const isExact = model.dates === "Date" && model.int64 === "number";
    return await resultDifference(call, result, fixtures, raw, isExact);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** A redirect that leads nowhere: the client would follow it, and never tell of it. */
async function unredirected(mock: LoadedMock, url: string, init: RequestInit): Promise<Response> {
  const response = await mock(new Request(new URL(url, "http://localhost"), init));
  if (response.status >= 300 && response.status < 400) response.headers.delete("location");
  return response;
}

async function resultDifference(
  { status, content, fixture }: PlannedCall,
  result: CallResult,
  fixtures: OperationFixtures,
  raw: string,
  isExact: boolean,
): Promise<string | null> {
  if (result.status === null) return `${result.error.name}: ${result.error.message}${causeOf(result.error)}`;
  if (result.status !== status) return `status ${result.status}: ${raw.slice(0, 300)}`;
  const data = result.ok ? result.data : result.error;
  if (content === null) return data === undefined ? null : `${brief(data)} in place of nothing`;
  const type = result.headers.get("content-type") ?? "";
  if (type.toLowerCase() !== content.sentAs) return `an answer of type ${type}: ${raw.slice(0, 200)}`;
  const [name] = Object.keys(fixtures.responses?.[fixture] ?? {});
  if (name === undefined) return "the package has no fixture of it";
  const difference = await dataDifference(data, fixtures.responses?.[fixture]?.[name], content, raw);
  return difference ?? (isExact && content.kind === "json" ? writtenDifference(raw, content) : null);
}

/** What is other in the JSON of an answer than in the example that it is. */
function writtenDifference(raw: string, { fixtures: [first] }: ResponseContent): string | null {
  const difference = first === undefined ? null : valueDifference(JSON.parse(raw), first.value, "");
  return difference && `written otherwise: ${difference}`;
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` (${cause.message})` : "";
}

/** A credential for each scheme of the first requirement whose schemes are all known. */
function credentialsOf(model: Model, operation: Operation): Readonly<Record<string, string>> {
  const schemes = new Map(model.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const names = operation.security.find((required) => required.every((name) => schemes.has(name))) ?? [];
  return Object.fromEntries(
    names.map((name) => [name, schemes.get(name)?.kind === "basic" ? "user:password" : "a-credential"]),
  );
}

/** The operation that the mock took a request for, where it cannot be told from the one that was called. */
function whoAnswered(model: Model, called: Operation, request: Request | undefined): Operation | null {
  if (request === undefined) return null;
  const { pathname, search } = new URL(request.url);
  const bases = ["", ...model.servers.map(({ url }) => basePath(url))];
  const paths = bases.filter((base) => pathname.startsWith(`${base}/`)).map((base) => pathname.slice(base.length));
  const rivals = model.operations
    .filter(({ method }) => method.toLowerCase() === called.method.toLowerCase())
    .map((operation) => ({ route: operation, pattern: patternOf(templateOf(operation)) }));
  const find = routerOf(rivals);
  const first = paths.flatMap((path) => find(path, search)).sort((a, b) => b.pattern.fixed - a.pattern.fixed)[0]?.route;
  return first === undefined || first === called ? null : first;
}

function templateOf({ path }: Operation): string {
  return path.map((segment) => (segment.kind === "text" ? segment.text : `{${segment.name}}`)).join("");
}

/** The path of a server's URL, without a slash at its end. */
function basePath(url: string): string {
  return url
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
}
