/** The last lines of a run: what was done, in a form that a person likes to read. */
import type { Colors } from "picocolors/types.js";
import type { Difference } from "./output/compare.js";
import type { Contents, RunReport } from "./run.js";

/**
 * The summary of a run.
 * @param milliseconds how long the command has taken so far
 */
export function formatSummary(report: RunReport, milliseconds: number, colors: Colors): string {
  const errors = report.diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = report.diagnostics.filter(({ severity }) => severity === "warning").length;
  const problems = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")]
    .filter((part) => part !== false)
    .join(", ");
  const time = colors.dim(`(${(milliseconds / 1000).toFixed(2)} s)`);
  const isGood = report.outcome !== "failed" && report.outcome !== "different";
  const mark = isGood ? colors.green("✔") : colors.red("✖");
  const lines = [`${mark} ${colors.bold(report.output)} ${verdict(report)} ${time}`];
  if (report.contents !== null) lines.push(`  ${describeContents(report.contents)}`);
  if (report.files !== null) lines.push(`  ${describeFiles(report)}`);
  lines.push(...report.differences.map((difference) => `  ${describeDifference(difference, colors)}`));
  if (problems !== "") lines.push(`  ${(errors > 0 ? colors.red : colors.yellow)(problems)}`);
  if (report.outcome === "different")
    lines.push(`  ${colors.cyan("help:")} run \`exemplar generate\` and commit what it writes`);
  return `${lines.join("\n")}\n`;
}

function verdict({ outcome }: RunReport): string {
  switch (outcome) {
    case "written":
      return "generated";
    case "unchanged":
      return "is up to date, nothing was written";
    case "would-write":
      return "would be generated (dry run, nothing was written)";
    case "up-to-date":
      return "is up to date";
    case "different":
      return "is not what would be generated";
    case "failed":
      return "was not generated, nothing was written";
  }
}

function describeContents({ operations, schemas, inferred }: Contents): string {
  const parts = [
    count(operations, "operation"),
    schemas > 0 && count(schemas, "schema"),
    inferred > 0 && `${count(inferred, "type")} inferred from examples`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function describeFiles({ files }: RunReport): string {
  if (files === null) return "";
  const parts = [
    [files.written.length, "written"],
    [files.unchanged.length, "unchanged"],
    [files.removed.length, "removed"],
  ] as const;
  return `${count(files.written.length + files.unchanged.length, "file")}: ${parts.map(([number, word]) => `${String(number)} ${word}`).join(", ")}`;
}

const differenceWords: Readonly<Record<Difference["kind"], string>> = {
  missing: "is missing",
  stale: "is stale: the document, an overlay, a template or the config has changed",
  edited: "was edited by hand",
  orphan: "is no longer generated",
  unlisted: "was not generated, and lies among the generated files",
};

function describeDifference({ kind, path }: Difference, colors: Colors): string {
  return `${colors.yellow(path)} ${differenceWords[kind]}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
