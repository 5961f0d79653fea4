/** `exemplar mock`: serves what a document says, until it is told to stop. Prints through its caller. */
import { resolve } from "node:path";
import type { Colors } from "picocolors/types.js";
import { visible } from "./code-frame.js";
import type { MockConfig } from "./config.js";
import { collectDiagnostics } from "./diagnostics.js";
import type { Document } from "./document/document.js";
import { builtinTemplates } from "./fingerprint.js";
import type { Generated } from "./generate.js";
import { ConfigError } from "./load-config.js";
import { isJsonObject, type JsonObject, member } from "./document/json.js";
import type { Model } from "./model/model.js";
import type { MockRecord, RunningMock } from "./mock/load-mock.js";
import { type ReferencePage, referencePage } from "./mock/reference-page.js";
import { createLog, logged } from "./request-log.js";
import { type MockServer, serveMock } from "./mock/serve-mock.js";
import { servedDocument } from "./mock/served-document.js";
import { type FileWatch, watchFiles } from "./mock/watch-files.js";
import { type MockFlags, mockTarget, type MockTarget } from "./mock-target.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";

export type { MockFlags } from "./mock-target.js";

export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  /** To stdout. */
  readonly write: (text: string) => void;
  /** To stderr. */
  readonly say: (text: string) => void;
  /** To stderr. */
  readonly report: (diagnostics: readonly LocatedDiagnostic[]) => void;
  /** For stderr. */
  readonly colors: Colors;
  /** From this call on, what would end the process aborts the signal instead. */
  readonly stop: () => AbortSignal;
}

/** What is served at a time; `--watch` puts another in its place. */
interface Served {
  readonly mock: RunningMock;
  readonly page: ReferencePage | null;
  /** Names of query parameters that are credentials. */
  readonly credentials: ReadonlySet<string>;
  readonly title: string;
  readonly operations: number;
}

interface Loaded {
  /** Null after an error. */
  readonly served: Served | null;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Operations that were not generated. */
  readonly leftOut: number;
  /** What was read, and what was looked for; absolute. */
  readonly files: readonly string[];
  readonly milliseconds: number;
}

/** How many requests the mock keeps: as many as may be answered at the same time, for the log. */
const recorded = 100;

/**
 * Runs the command.
 * @returns resolves when it has been stopped: whether there was a mock; if not, it was reported
 * @throws ConfigError for arguments that do not go together, or a port that cannot be had
 */
export async function runMock(document: string | undefined, flags: MockFlags, terminal: Terminal): Promise<boolean> {
  const chosen = await mockTarget(document, flags, terminal.cwd);
  // Whoever asks early waits for the mock.
  let begin: (served: Served) => void = () => undefined;
  let current: Served | Promise<Served> = new Promise((resolve) => (begin = resolve));
  const server = await listen(chosen.mock, async (request) => answerTo(request, await current, log), (error) => {
    terminal.say(`${terminal.colors.red("error")} ${visible(error instanceof Error ? (error.stack ?? "") : String(error))}\n`);
  });
  const log = requestLog(flags, terminal);
  const reload = async (): Promise<void> => {
    const next = await loadAgain(document, flags, terminal);
    if (next === null) return;
    if (next.served !== null) current = next.served;
    await watch?.watch(next.files);
    announceAgain(next, flags, terminal);
  };
  const watch: FileWatch | null = flags.watch === true ? watchFiles(reload) : null;
  try {
    await watch?.watch(inputsOf(chosen));
    const loaded = await load(chosen, terminal);
    await watch?.watch(loaded.files);
    if (loaded.served === null) {
      announceFailure(loaded, flags, terminal);
      return false;
    }
    current = loaded.served;
    begin(loaded.served);
    announce(loaded, loaded.served, server, flags, terminal);
    await aborted(terminal.stop());
    return true;
  } finally {
    watch?.stop();
    await server.close();
  }
}

/** Opens the port before anything is generated, so that it is said at once where that cannot be. */
async function listen(
  { port, host }: Required<MockConfig>,
  answer: (request: Request) => Promise<Response>,
  onError: (error: unknown) => void,
): Promise<MockServer> {
  try {
    return await serveMock(answer, { port, host, onError });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const other = "Choose another with --port, as in --port 4011; --port 0 takes any that is free.";
    if (code === "EADDRINUSE") throw new ConfigError(`Port ${String(port)} of ${host} is in use.`, other);
    if (code === "EACCES") throw new ConfigError(`Port ${String(port)} may not be used by you.`, other);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
      throw new ConfigError(
        `This machine does not have the address ${JSON.stringify(host)}.`,
        "Leave --host out for this machine alone, or set it to 0.0.0.0 for all that can reach it.",
      );
    throw error;
  }
}

/** What a target is made of before it is read. */
function inputsOf({ target, config }: MockTarget): readonly string[] {
  return [target.document, ...target.overlays, ...(config === null ? [] : [config])];
}

async function load(chosen: MockTarget, terminal: Terminal): Promise<Loaded> {
  const { target, mock } = chosen;
  const started = performance.now();
  const diagnostics = collectDiagnostics({ strict: target.strict });
  let files: Document["files"] = new Map();
  const { generate } = await import("./generate.js");
  const templateFolders = target.templates.map((name) => ({ name, folder: resolve(builtinTemplates, name) }));
  const options = { cwd: terminal.cwd, templateFolders, verify: false, format: false };
  const generated = await generate(target, options, diagnostics, (document) => {
    files = document.files;
  });
  const isGood = generated !== null && !diagnostics.hasErrors();
  const served = isGood ? await serve(generated, mock, terminal) : null;
  return {
    served,
    diagnostics: locateAll(diagnostics, files),
    leftOut: diagnostics.list().filter(({ code }) => code === "operation-left-out").length,
    files: [
      ...inputsOf(chosen),
      ...[...files.keys()].filter((uri) => !/^https?:/i.test(uri)).map((uri) => resolve(terminal.cwd, uri)),
      ...(generated?.referenced ?? []).flatMap(({ path }) => (path === null ? [] : [path])),
    ],
    milliseconds: performance.now() - started,
  };
}

async function serve(
  { files, model, resolved }: Generated,
  { delay, cors, echo, dynamic, seed, page }: Required<MockConfig>,
  terminal: Terminal,
): Promise<Served> {
  // From here on there is something to put away when the process ends.
  terminal.stop();
  const { loadMock } = await import("./mock/load-mock.js");
  const createMock = await loadMock(files);
  return {
    mock: createMock({ delay, cors, echo, dynamic, seed, recorded }),
    page: page ? referencePage(pathsOf(resolved, model), servedDocument(resolved)) : null,
    credentials: new Set(
      model.securitySchemes.flatMap((scheme) => (scheme.kind === "apiKey" ? [scheme.parameter] : [])),
    ),
    title: `${model.info.title} ${model.info.version}`.trim(),
    operations: model.operations.length,
  };
}

/** What the page must not take. */
function pathsOf(resolved: JsonObject, { servers }: Model): readonly string[] {
  const paths = member(resolved, "paths");
  const fronts = servers.flatMap(({ url }) =>
    URL.canParse(url, "http://localhost/") ? [new URL(url, "http://localhost/").pathname.replace(/\/+$/, "")] : [],
  );
  return [...(isJsonObject(paths) ? Object.keys(paths) : []), ...fronts.filter((path) => path !== "")];
}

/** Loads after a change; null where the config cannot be read, which is reported. */
async function loadAgain(
  document: string | undefined,
  flags: MockFlags,
  terminal: Terminal,
): Promise<Loaded | null> {
  try {
    return await load(await mockTarget(document, flags, terminal.cwd), terminal);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    if (flags.json === true) print({ event: "failed", error: { message: error.message, help: error.help } }, terminal);
    else terminal.say(`${terminal.colors.red("error")} ${visible(error.message)}\n  ${keptWords(terminal)}\n`);
    return null;
  }
}

type Log = (request: Request, record: MockRecord | null, status: number | null, started: number, served: Served) => void;

function requestLog({ json }: MockFlags, terminal: Terminal): Log {
  const line = createLog(terminal.colors);
  return (request, record, status, started, { credentials }) => {
    const entry = logged(request, record, status, performance.now() - started, credentials);
    if (json === true) print({ event: "request", ...entry }, terminal);
    else terminal.say(`${line(entry)}\n`);
  };
}

async function answerTo(request: Request, served: Served, log: Log): Promise<Response> {
  const ofPage = served.page && (await served.page.answer(request));
  if (ofPage !== null) return ofPage;
  const started = performance.now();
  try {
    const response = await served.mock(request);
    const record = served.mock.requests.findLast(
      ({ url, method, status }) => url === request.url && method === request.method && status === response.status,
    );
    log(request, record ?? null, response.status, started, served);
    return response;
  } catch (error) {
    log(request, null, request.signal.aborted ? null : 500, started, served);
    throw error;
  }
}

function announce(loaded: Loaded, served: Served, server: MockServer, flags: MockFlags, terminal: Terminal): void {
  const { diagnostics, leftOut, milliseconds } = loaded;
  const { title, operations, page } = served;
  const reference = page && `${shownUrl(server)}${page.path}`;
  if (flags.json === true) {
    const url = shownUrl(server);
    print({ event: "listening", url, reference, title, operations, leftOut, diagnostics }, terminal);
    return;
  }
  const { bold, cyan, dim } = terminal.colors;
  terminal.report(diagnostics);
  terminal.say(
    [
      summary(served, loaded, terminal, `${(milliseconds / 1000).toFixed(2)} s`),
      `  mock       ${cyan(shownUrl(server))}`,
      ...(reference === null ? [] : [`  reference  ${cyan(reference)}`]),
      `  ${dim(`${bold("Ctrl-C")} stops it${flags.watch === true ? "; changes are taken over" : ""}.`)}`,
      "\n",
    ].join("\n"),
  );
}

function announceFailure({ diagnostics }: Loaded, flags: MockFlags, terminal: Terminal): void {
  if (flags.json === true) {
    print({ event: "failed", diagnostics }, terminal);
    return;
  }
  terminal.report(diagnostics);
  terminal.say(`${terminal.colors.red("✖")} The document has errors, and nothing is served.\n`);
}

function announceAgain(loaded: Loaded, flags: MockFlags, terminal: Terminal): void {
  const { served, diagnostics, leftOut, milliseconds } = loaded;
  if (flags.json === true) {
    if (served === null) print({ event: "failed", diagnostics }, terminal);
    else print({ event: "reloaded", title: served.title, operations: served.operations, leftOut, diagnostics }, terminal);
    return;
  }
  terminal.report(diagnostics);
  if (served === null) terminal.say(`${terminal.colors.red("✖")} The document has errors. ${keptWords(terminal)}\n`);
  else terminal.say(`${summary(served, loaded, terminal, `reloaded in ${(milliseconds / 1000).toFixed(2)} s`)}\n`);
}

function keptWords({ colors }: Terminal): string {
  return colors.dim("The mock stays as it was.");
}

function summary(
  { title, operations }: Served,
  { leftOut, diagnostics }: Loaded,
  { colors }: Terminal,
  time: string,
): string {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const parts = [
    count(operations, "operation"),
    leftOut > 0 && `${count(leftOut, "operation")} left out`,
    warnings > 0 && colors.yellow(count(warnings, "warning")),
  ];
  const words = parts.filter((part) => part !== false).join(", ");
  return `${colors.green("✔")} ${colors.bold(visible(title))}: ${words} ${colors.dim(`(${time})`)}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** An address that stands for all of a machine's is none that a browser finds everywhere. */
function shownUrl({ url }: MockServer): string {
  return url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
}

/** One line. */
function print(value: object, terminal: Terminal): void {
  terminal.write(`${JSON.stringify(value)}\n`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else
      signal.addEventListener(
        "abort",
        () => {
          done();
        },
        { once: true },
      );
  });
}
