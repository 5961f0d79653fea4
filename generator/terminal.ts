/** What people and programs read: stdout is for data, stderr for people. The only module that prints. */
import { once } from "node:events";
import pc from "picocolors";
import type { Colors } from "picocolors/types.js";
import { visible } from "./code-frame.js";
import type { Flags } from "./command-config.js";
import { formatAnnotation, formatDiagnostic, type LocatedDiagnostic } from "./report.js";
import type { RunReport } from "./run.js";
import { formatSummary } from "./summary.js";

/** To stdout. */
export function write(text: string): void {
  process.stdout.write(text);
}

/** To stderr. */
export function say(text: string): void {
  process.stderr.write(text);
}

/** The problems of a run and what it did, and its diff. */
export function printReport(
  report: RunReport,
  { flags, milliseconds, isFirst }: { readonly flags: Flags; readonly milliseconds: number; readonly isFirst: boolean },
): void {
  const colors = stderrColors();
  const problems =
    flags.reporter === "github"
      ? report.diagnostics.map((diagnostic) => `${formatAnnotation(diagnostic)}\n`)
      : report.diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, colors)}\n\n`);
  if (!isFirst) process.stderr.write("\n");
  process.stderr.write(problems.join(""));
  process.stdout.write(report.diff);
  process.stderr.write(formatSummary(report, milliseconds, colors));
}

/** Problems, to stderr, each with its place. */
export function reportProblems(problems: readonly LocatedDiagnostic[]): void {
  const colors = stderrColors();
  process.stderr.write(problems.map((problem) => `${formatDiagnostic(problem, colors)}\n\n`).join(""));
}

/** Writes to stdout, and waits while whoever reads is behind. */
export async function writeOut(text: string): Promise<void> {
  // Who reads may be gone before it has been read.
  if (!process.stdout.write(text) && process.stdout.writable)
    await once(process.stdout, "drain").catch(ignoreBrokenPipe);
}

/** To stdout. */
export function printJson(value: object): void {
  write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Colour for stderr: https://no-color.org, https://force-color.org */
export function stderrColors(): Colors {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env;
  if (no !== undefined && no !== "") return pc.createColors(false);
  if (force !== undefined && force !== "") return pc.createColors(force !== "0" && force !== "false");
  return pc.createColors(process.stderr.isTTY && terminal !== "dumb");
}

/**
 * Prints what commander says.
 * @param text `error: unknown option '--foo'`, sometimes with a suggestion on a line of its own
 * @param command whose arguments are wrong; null where it is none
 */
export function printUsageError(text: string, command: string | null): void {
  const [message = "", suggestion] = text
    .replace(/^error: /, "")
    .trimEnd()
    .split("\n");
  printFailure(
    sentence(message),
    suggestion?.replace(/^\((.*)\)$/, "$1") ??
      (command === null
        ? "exemplar --help shows the commands, exemplar generate --help the options."
        : `exemplar ${command} --help shows the options.`),
  );
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}

/** Prints why nothing was begun. */
export function printFailure(message: string, help: string | null): void {
  const colors = stderrColors();
  const lines = message
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(visible)
    .join("\n");
  const cure = help === null ? "" : `  ${colors.cyan("help:")} ${visible(help)}\n`;
  process.stderr.write(`${colors.red(colors.bold("error"))} ${lines}\n${cure}`);
}

/** Lets whoever reads stop reading, as `head` does. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreBrokenPipe);
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
