/** What `exemplar mock` says of itself; of requests: `request-log.ts`. */
import type { Colors } from "picocolors/types.js";
import { visible } from "./code-frame.js";
import type { Loaded, Served } from "./load-served.js";
import type { MockServer } from "./mock/serve-mock.js";
import type { MockFlags } from "./mock-target.js";
import type { LocatedDiagnostic } from "./report.js";

/** Where the command says it. */
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
  /** Until `stop` is called again, it ends the process at once. */
  readonly letThrough: () => void;
}

/** Says what is served, and where. */
export function announce(
  loaded: Loaded,
  served: Served,
  server: MockServer,
  flags: MockFlags,
  terminal: Terminal,
): void {
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

/** Says why nothing is served. */
export function announceFailure({ diagnostics }: Loaded, flags: MockFlags, terminal: Terminal): void {
  if (flags.json === true) {
    print({ event: "failed", diagnostics }, terminal);
    return;
  }
  terminal.report(diagnostics);
  terminal.say(`${terminal.colors.red("✖")} The document has errors, and nothing is served.\n`);
}

/**
 * Says what became of a change.
 * @param before what was served last: for people, its warnings are not said again
 */
export function announceAgain(loaded: Loaded, before: Loaded | null, flags: MockFlags, terminal: Terminal): void {
  const { served, diagnostics, leftOut, milliseconds } = loaded;
  if (flags.json === true) {
    if (served === null) print({ event: "failed", diagnostics }, terminal);
    else
      print({ event: "reloaded", title: served.title, operations: served.operations, leftOut, diagnostics }, terminal);
    return;
  }
  const known = new Set(before?.diagnostics.map(identityOf));
  terminal.report(diagnostics.filter((each) => each.severity === "error" || !known.has(identityOf(each))));
  if (served === null) terminal.say(`${terminal.colors.red("✖")} The document has errors. ${keptWords(terminal)}\n`);
  else terminal.say(`${summary(served, loaded, terminal, `reloaded in ${(milliseconds / 1000).toFixed(2)} s`)}\n`);
}

/** The same for a problem that was there before, on whatever line it stands now. */
function identityOf({ code, message, file, frame }: LocatedDiagnostic): string {
  return JSON.stringify([code, message, file, frame?.text]);
}

/** After a change that cannot be taken over. */
export function keptWords({ colors }: Terminal): string {
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

/** One line of JSON to stdout. */
export function print(value: object, terminal: Terminal): void {
  terminal.write(`${JSON.stringify(value)}\n`);
}
