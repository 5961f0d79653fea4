/** `exemplar mock`: serves what a document says, until it is told to stop. Prints through its caller. */
import { visible } from "./code-frame.js";
import type { MockConfig } from "./config.js";
import { ConfigError } from "./load-config.js";
import { inputsOf, type Loaded, loadServed, type Served } from "./load-served.js";
import type { MockRecord } from "./mock/load-mock.js";
import { type MockServer, serveMock, type ServeOptions } from "./mock/serve-mock.js";
import { type FileWatch, watchFiles } from "./watch-files.js";
import { announce, announceAgain, announceFailure, keptWords, print, type Terminal } from "./mock-messages.js";
import { type MockFlags, mockTarget } from "./mock-target.js";
import { createLog, logged } from "./request-log.js";

export type { MockFlags } from "./mock-target.js";

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
  const log = requestLog(flags, terminal);
  const server = await listen(chosen.mock, async (request) => answerTo(request, await current, log), {
    onError(error) {
      const words = error instanceof Error ? (error.stack ?? "") : String(error);
      terminal.say(`${terminal.colors.red("error")} ${visible(words)}\n`);
    },
    onRefused(request, status) {
      log(request, null, status, performance.now(), { credentials: new Set() });
    },
  });
  let before: Loaded | null = null;
  const reload = async (): Promise<void> => {
    const next = await loadAgain(document, flags, terminal);
    if (next === null) return;
    if (next.served !== null) current = next.served;
    await watch?.watch(next.files);
    announceAgain(next, before, flags, terminal);
    if (next.served !== null) before = next;
  };
  const watch: FileWatch | null = flags.watch === true ? watchFiles(reload) : null;
  try {
    await watch?.watch(inputsOf(chosen));
    const loaded = await loadServed(chosen, terminal.cwd, terminal.stop);
    await watch?.watch(loaded.files);
    before = loaded;
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
  told: Pick<ServeOptions, "onError" | "onRefused">,
): Promise<MockServer> {
  try {
    return await serveMock(answer, { port, host, ...told });
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

/** Loads after a change; null where the config cannot be read, which is reported. */
async function loadAgain(document: string | undefined, flags: MockFlags, terminal: Terminal): Promise<Loaded | null> {
  try {
    // Generating a large document takes seconds, in which nothing that listens would be called.
    if (!terminal.stop().aborted) terminal.letThrough();
    return await loadServed(await mockTarget(document, flags, terminal.cwd), terminal.cwd, terminal.stop);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    if (flags.json === true) print({ event: "failed", error: { message: error.message, help: error.help } }, terminal);
    else terminal.say(`${terminal.colors.red("error")} ${visible(error.message)}\n  ${keptWords(terminal)}\n`);
    return null;
  } finally {
    terminal.stop();
  }
}

type Log = (
  request: Request,
  record: MockRecord | null,
  status: number | null,
  started: number,
  served: Pick<Served, "credentials">,
) => void;

function requestLog({ json }: MockFlags, terminal: Terminal): Log {
  const line = createLog(terminal.colors);
  return (request, record, status, started, { credentials }) => {
    const entry = logged(request, record, status, performance.now() - started, credentials);
    if (json === true) print({ event: "request", ...entry }, terminal);
    else terminal.say(`${line(entry)}\n`);
  };
}

/** Requests that have their line. */
const told = new WeakSet<MockRecord>();

async function answerTo(request: Request, served: Served, log: Log): Promise<Response> {
  const ofPage = served.page && (await served.page.answer(request));
  if (ofPage !== null) return ofPage;
  const started = performance.now();
  try {
    const response = await served.mock(request);
    // Of several that are alike, answered at the same time, the first is the one whose answer comes first.
    const record = served.mock.requests.find(
      (each) => !told.has(each) && each.url === request.url && each.method === request.method,
    );
    if (record !== undefined) told.add(record);
    log(request, record ?? null, response.status, started, served);
    return response;
  } catch (error) {
    log(request, null, request.signal.aborted ? null : 500, started, served);
    throw error;
  }
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
