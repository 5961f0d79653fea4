/** Diagnostics as people and machines read them: located, framed, coloured. Prints nothing itself. */
import type { Colors } from "picocolors/types.js";
import type { Diagnostic, Severity } from "./diagnostics.js";
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
  /** The line of the source at which it points; null where the source is not at hand. */
  readonly source: string | null;
}

/** Works out line and column. */
export function locate(diagnostic: Diagnostic, files: ReadonlyMap<string, SourceFile>): LocatedDiagnostic {
  const { code, severity, message, help, place } = diagnostic;
  const base = { code, severity, message, help };
  if (place === null) return { ...base, file: null, line: null, column: null, source: null };
  const file = files.get(place.uri);
  const position = "pointer" in place ? (file?.locate(place.pointer) ?? null) : place;
  const given = "pointer" in place ? undefined : place.sourceLine;
  const source = given ?? (position === null ? null : (file?.text.split(/\r\n|\r|\n/)[position.line - 1] ?? null));
  return { ...base, file: place.uri, line: position?.line ?? null, column: position?.column ?? null, source };
}

/** In order of file, line and column; those without a place first. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const key = ({ file, line, column }: LocatedDiagnostic) => [file ?? "", line ?? 0, column ?? 0] as const;
  return [...diagnostics].sort((a, b) => {
    const [fileA, lineA, columnA] = key(a);
    const [fileB, lineB, columnB] = key(b);
    return fileA < fileB ? -1 : fileA > fileB ? 1 : lineA - lineB || columnA - columnB;
  });
}

/**
 * A diagnostic for a terminal: what, where, the line itself, what to do.
 * @param colors picocolors, or its colourless form
 */
export function formatDiagnostic(diagnostic: LocatedDiagnostic, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[diagnostic.severity];
  const title = `${paint(colors.bold(diagnostic.severity))} ${colors.dim(`[${diagnostic.code}]`)} ${diagnostic.message}`;
  const { file, line, column, source, help } = diagnostic;
  if (file === null) return [title, `  ${colors.cyan("help:")} ${help}`].join("\n");
  const place = [visible(file), line, column].filter((part) => part !== null).join(":");
  const gutter = " ".repeat(String(line ?? "").length);
  const bar = colors.dim("|");
  const frame =
    line === null || column === null || source === null ? [] : codeFrame(line, column, source, gutter, paint, colors);
  return [
    title,
    `${gutter}${colors.dim("-->")} ${place}`,
    ...frame,
    `${gutter} ${bar} ${colors.cyan("help:")} ${help}`,
  ].join("\n");
}

/** At most this much of a line is shown: documents may be one line of a megabyte. */
const frameWidth = 100;

function codeFrame(
  line: number,
  column: number,
  source: string,
  gutter: string,
  paint: (text: string) => string,
  colors: Colors,
): readonly string[] {
  const bar = colors.dim("|");
  const start = column - 1 > frameWidth * 0.7 ? column - 1 - Math.floor(frameWidth / 3) : 0;
  const shown = source.slice(start, start + frameWidth);
  const before = (start > 0 ? "…" : "") + visible(shown.slice(0, column - 1 - start));
  const marked = visible(shown.slice(column - 1 - start).trimEnd());
  const after = start + frameWidth < source.length ? "…" : "";
  return [
    `${gutter} ${bar}`,
    `${colors.dim(String(line))} ${bar} ${before}${marked}${after}`,
    `${gutter} ${bar} ${" ".repeat(before.length)}${paint("^".repeat(Math.max(1, Math.min(marked.length, 60))))}`,
  ];
}

/** Text of a document for a terminal: controls, which could rewrite the screen, are shown as U+FFFD. */
function visible(text: string): string {
  return text.replaceAll("\t", " ").replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, "\uFFFD");
}

/** A diagnostic as a workflow command that annotates a pull request on GitHub. */
export function formatAnnotation(diagnostic: LocatedDiagnostic): string {
  const level = { error: "error", warning: "warning", info: "notice" }[diagnostic.severity];
  const escape = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const { file, line, column, code, message, help } = diagnostic;
  const place = [
    file && `file=${property(file)}`,
    line && `line=${String(line)}`,
    column && `col=${String(column)}`,
    `title=${property(code)}`,
  ];
  return `::${level} ${place.filter((part) => part !== null && part !== 0 && part !== "").join(",")}::${escape(`${message} ${help}`)}`;
}
