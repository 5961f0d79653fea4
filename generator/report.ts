/** Diagnostics as people and machines read them: located, framed, coloured. Prints nothing itself. */
import type { Colors } from "picocolors/types.js";
import { type CodeFrame, frameLine, visible } from "./code-frame.js";
import type { Diagnostic, Diagnostics, Severity } from "./diagnostics.js";
import type { SourceFile } from "./document/document.js";

/** A diagnostic with its place worked out. Plain data. */
export interface LocatedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The line at which it points; null where the source is not at hand. */
  readonly frame: CodeFrame | null;
}

/**
 * Works out where all problems are, in the order in which they are to be shown: the errors last, as a terminal shows the end;
 * among themselves by file, line and column, those without a place first.
 * @param files what was read, by uri
 */
export function locateAll(
  diagnostics: Diagnostics,
  files: ReadonlyMap<string, SourceFile>,
): readonly LocatedDiagnostic[] {
  const lines = new Map<string, readonly string[]>();
  const linesOf = (uri: string): readonly string[] => {
    const known = lines.get(uri) ?? files.get(uri)?.text.split(/\r?\n/) ?? [];
    lines.set(uri, known);
    return known;
  };
  return diagnostics
    .list()
    .map((diagnostic) => locate(diagnostic, files, linesOf))
    .sort(compare);
}

function locate(
  { code, severity, message, help, place }: Diagnostic,
  files: ReadonlyMap<string, SourceFile>,
  linesOf: (uri: string) => readonly string[],
): LocatedDiagnostic {
  const base = { code, severity, message, help };
  if (place === null) return { ...base, file: null, line: null, column: null, frame: null };
  const position = "pointer" in place ? (files.get(place.uri)?.locate(place.pointer) ?? null) : place;
  if (position === null) return { ...base, file: place.uri, line: null, column: null, frame: null };
  const { line, column } = position;
  const source = ("pointer" in place ? undefined : place.sourceLine) ?? linesOf(place.uri)[line - 1];
  return { ...base, file: place.uri, line, column, frame: source === undefined ? null : frameLine(source, column) };
}

function compare(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  const rank = { info: 0, warning: 1, error: 2 };
  const [fileA, fileB] = [a.file ?? "", b.file ?? ""];
  return (
    rank[a.severity] - rank[b.severity] ||
    (fileA < fileB ? -1 : fileA > fileB ? 1 : 0) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

/**
 * A diagnostic for a terminal: what, where, the line itself, what to do.
 * @param colors picocolors, or its colourless form
 */
export function formatDiagnostic(diagnostic: LocatedDiagnostic, colors: Colors): string {
  const { code, severity, message, file, line, column, frame } = diagnostic;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const title = `${paint(colors.bold(severity))} ${colors.dim(`[${code}]`)} ${visible(message)}`;
  const help = `${colors.cyan("help:")} ${visible(diagnostic.help)}`;
  if (file === null) return [title, `  ${help}`].join("\n");
  const place = [visible(file), line, column].filter((part) => part !== null).join(":");
  const gutter = " ".repeat(String(line ?? "").length);
  const bar = colors.dim("|");
  const framed =
    frame === null
      ? []
      : [
          `${gutter} ${bar}`,
          `${colors.dim(String(line))} ${bar} ${frame.text}`,
          `${gutter} ${bar} ${" ".repeat(frame.indent)}${paint("^".repeat(frame.width))}`,
        ];
  return [title, `${gutter}${colors.dim("-->")} ${place}`, ...framed, `${gutter} ${colors.dim("=")} ${help}`].join(
    "\n",
  );
}

/** A diagnostic as a workflow command that annotates a pull request on GitHub. */
export function formatAnnotation(diagnostic: LocatedDiagnostic): string {
  const level = { error: "error", warning: "warning", info: "notice" }[diagnostic.severity];
  const escape = (text: string) => visible(text).replaceAll("%", "%25");
  const property = (text: string) => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const { file, line, column, code, message, help } = diagnostic;
  const properties = [
    file !== null && `file=${property(file)}`,
    line !== null && `line=${String(line)}`,
    column !== null && `col=${String(column)}`,
    `title=${property(code)}`,
  ];
  return `::${level} ${properties.filter((part) => part !== false).join(",")}::${escape(`${message} ${help}`)}`;
}
