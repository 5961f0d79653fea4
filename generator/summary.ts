/** The last lines of a run: what was done, in a form that a person likes to read. */
import type { Colors } from "picocolors/types.js";
import type { Difference } from "./output/compare.js";
import type { LocatedDiagnostic } from "./report.js";
import type { Changes, Contents, RunReport } from "./run.js";

/**
 * The summary of a run.
 * @param milliseconds how long it took
 */
export function formatSummary(report: RunReport, milliseconds: number, colors: Colors): string {
  const { outcome, contents, files, differences } = report;
  const isGood = outcome !== "failed" && outcome !== "different";
  const mark = isGood ? colors.green("✔") : colors.red("✖");
  const time = colors.dim(`(${(milliseconds / 1000).toFixed(2)} s)`);
  const lines = [`${mark} ${colors.bold(report.output)} ${verdict(report)} ${time}`];
  if (contents !== null && outcome !== "failed") lines.push(`  ${describeContents(contents)}`);
  if (files !== null) lines.push(`  ${describeFiles(files, outcome)}`, ...listChanges(files, colors));
  lines.push(...listDifferences(differences, colors));
  lines.push(...describeProblems(report.diagnostics, colors));
  if (outcome === "different")
    lines.push(...helpFor(report.differences).map((help) => `  ${colors.cyan("help:")} ${help}`));
  return `${lines.join("\n")}\n`;
}

function verdict({ command, outcome, diagnostics }: RunReport): string {
  switch (outcome) {
    case "written":
      return "generated";
    case "unchanged":
      return "is up to date, nothing was written";
    case "would-write":
      return "would be generated: dry run, nothing was written";
    case "up-to-date":
      return "is up to date";
    case "different":
      return "is not what would be generated";
    case "failed":
      if (diagnostics.some(({ code }) => code === "output-incomplete")) return "was written only in part";
      return command === "check" ? "was not checked" : "was not generated, nothing was written";
  }
}

function describeContents({ operations, webhooks, schemas, leftOut, inferred }: Contents): string {
  const parts = [
    count(operations, "operation"),
    webhooks > 0 && count(webhooks, "webhook"),
    schemas > 0 && count(schemas, "schema"),
    leftOut.operations > 0 && `${count(leftOut.operations, "operation")} left out`,
    leftOut.schemas > 0 && `${count(leftOut.schemas, "schema")} not understood`,
    inferred > 0 && `${count(inferred, "type")} inferred from examples`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function describeFiles({ written, unchanged, removed }: Changes, outcome: RunReport["outcome"]): string {
  const isDone = outcome !== "would-write";
  const parts = [
    written.length > 0 && `${count(written.length, "file")} ${isDone ? "written" : "to write"}`,
    unchanged.length > 0 && `${count(unchanged.length, "file")} unchanged`,
    removed.length > 0 && `${count(removed.length, "file")} ${isDone ? "removed" : "to remove"}`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/**
 * More than this many changed files are only counted: it is then a new package, or all of it has changed. An operation
 * more changes fourteen.
 */
const listedFiles = 16;

function listChanges({ written, removed }: Changes, colors: Colors): readonly string[] {
  if (written.length + removed.length > listedFiles) return [];
  return [
    ...written.map((path) => `    ${colors.green("+")} ${path}`),
    ...removed.map((path) => `    ${colors.red("-")} ${path}`),
  ];
}

const differenceWords: Readonly<Record<Difference["kind"], readonly [word: string, meaning: string]>> = {
  stale: ["stale", "the document, an overlay, a template or the config has changed"],
  missing: ["missing", "it is generated, and not there"],
  edited: ["edited", "by hand, since it was generated"],
  orphan: ["orphan", "it is no longer generated"],
  unlisted: ["unlisted", "it was not generated, and lies among the generated files"],
};

/** Of files that the diff shows anyway. */
const mostPaths = 20;

/** By kind, as the reason is the same for all of one kind. */
function listDifferences(differences: readonly Difference[], colors: Colors): readonly string[] {
  return Object.entries(differenceWords).flatMap(([kind, [word, meaning]]) => {
    const paths = differences.filter((difference) => difference.kind === kind).map(({ path }) => path);
    if (paths.length === 0) return [];
    const shown =
      paths.length > mostPaths && (kind === "stale" || kind === "missing") ? paths.slice(0, mostPaths) : paths;
    const more = paths.length - shown.length;
    return [
      `  ${colors.yellow(word)} ${colors.dim(`(${meaning})`)}`,
      ...shown.map((path) => `    ${path}`),
      ...(more > 0 ? [`    and ${String(more)} more`] : []),
    ];
  });
}

/** Of more problems than this, the summary says which they are. */
const surveyed = 12;

function describeProblems(diagnostics: readonly LocatedDiagnostic[], colors: Colors): readonly string[] {
  return (["warning", "error"] as const).flatMap((severity) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (found.length === 0) return [];
    const paint = severity === "error" ? colors.red : colors.yellow;
    return [`  ${paint(count(found.length, severity))}${found.length > surveyed ? `: ${describeCodes(found)}` : ""}`];
  });
}

/** Of many problems, how many of each kind, the most frequent first. */
function describeCodes(diagnostics: readonly LocatedDiagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([code, number]) => (sorted.length === 1 ? code : `${String(number)} ${code}`)).join(", ");
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** What to do about differences: `generate` mends all but the files that it does not own. */
function helpFor(differences: readonly Difference[]): readonly string[] {
  const isLeftAlone = (difference: Difference) =>
    difference.kind === "unlisted" || (difference.kind === "orphan" && difference.edited);
  return [
    ...(differences.every(isLeftAlone) ? [] : ["run `exemplar generate`, and commit what it writes"]),
    ...(differences.some(isLeftAlone)
      ? ["delete the files that are not generated, or move them out of the folder"]
      : []),
  ];
}
