/** Diagnostics as people and machines read them: located, framed, coloured. Prints nothing itself. */
import type { Colors } from "picocolors/types.js";
import { type CodeFrame, frameLine, visible } from "./code-frame.js";
import type { Diagnostic, Diagnostics, Place, Severity } from "./diagnostics.js";
import type { SourceFile } from "./document/document.js";
import { maskSecrets } from "./mask-secrets.js";

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
  /** Where the rule stands that is broken; null where that is no other place. */
  readonly rule: LocatedPlace | null;
}

/** A place as people find it. */
export interface LocatedPlace {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
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
  { code, severity, message, help, place, rule }: Diagnostic,
  files: ReadonlyMap<string, SourceFile>,
  linesOf: (uri: string) => readonly string[],
): LocatedDiagnostic {
  const at = locatePlace(place, files, linesOf);
  return { code, severity, message, help, ...at, rule: rule && locatePlace(rule, files, linesOf) };
}

function locatePlace(
  place: Place | null,
  files: ReadonlyMap<string, SourceFile>,
  linesOf: (uri: string) => readonly string[],
): LocatedPlace {
  if (place === null) return { file: null, line: null, column: null, frame: null };
  const position = "pointer" in place ? (files.get(place.uri)?.locate(place.pointer) ?? null) : place;
  const file = maskSecrets(place.uri);
  if (position === null) return { file, line: null, column: null, frame: null };
  const { line, column } = position;
  const source = ("pointer" in place ? undefined : place.sourceLine) ?? linesOf(place.uri)[line - 1];
  return { file, line, column, frame: source === undefined ? null : frameLine(maskSecrets(source), column) };
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
  const { code, severity, message, file, line, column } = diagnostic;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const title = `${paint(colors.bold(severity))} ${colors.dim(`[${code}]`)} ${visible(message)}`;
  const help = `${colors.cyan("help:")} ${visible(diagnostic.help)}`;
  if (file === null) return [title, `  ${help}`].join("\n");
  const { rule } = diagnostic;
  const digits = Math.max(...[line, rule?.line ?? null].map((number) => String(number ?? "").length));
  const gutter = " ".repeat(digits);
  const arrow = colors.dim("-->");
  return [
    title,
    `${gutter}${arrow} ${placeWords({ file, line, column })}`,
    ...frameLines(diagnostic, gutter, colors, (text) => paint(text)),
    ...(rule === null || rule.file === null
      ? []
      : [
          `${gutter} ${colors.dim("=")} the rule: ${placeWords(rule)}`,
          ...frameLines(rule, gutter, colors, (text) => colors.cyan(text)),
        ]),
    `${gutter} ${colors.dim("=")} ${help}`,
  ].join("\n");
}

function placeWords({ file, line, column }: Omit<LocatedPlace, "frame">): string {
  return [visible(file ?? ""), line, column].filter((part) => part !== null).join(":");
}

/** The line itself, with its number, and what points at it. */
function frameLines(
  { frame, line }: Pick<LocatedPlace, "frame" | "line">,
  gutter: string,
  colors: Colors,
  paint: (text: string) => string,
): readonly string[] {
  if (frame === null) return [];
  const bar = colors.dim("|");
  const number = String(line ?? "").padStart(gutter.length);
  return [
    `${gutter} ${bar}`,
    `${colors.dim(number)} ${bar} ${frame.text}`,
    `${gutter} ${bar} ${" ".repeat(frame.indent)}${paint("^".repeat(frame.width))}`,
  ];
}

/** A diagnostic as a workflow command that annotates a pull request on GitHub. */
export function formatAnnotation(diagnostic: LocatedDiagnostic): string {
  const level = { error: "error", warning: "warning", info: "notice" }[diagnostic.severity];
  const escape = (text: string) => visible(text).replaceAll("%", "%25");
  const property = (text: string) => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const { file, line, column, code, message, help, rule } = diagnostic;
  const ruleWords = rule === null || rule.file === null ? "" : ` The rule: ${placeWords(rule)}.`;
  const properties = [
    file !== null && `file=${property(file)}`,
    line !== null && `line=${String(line)}`,
    column !== null && `col=${String(column)}`,
    `title=${property(code)}`,
  ];
  return `::${level} ${properties.filter((part) => part !== false).join(",")}::${escape(`${message}${ruleWords} ${help}`)}`;
}
