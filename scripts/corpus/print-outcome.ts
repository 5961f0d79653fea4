/** The report of the corpus, line by line. */
import type { Omission, Outcome } from "./outcome.js";

/** Failures of a document that are printed; `--json` has all. */
const shownFailures = 20;

/** One line of figures, then the failures, then what was not called. */
export function documentLines(document: string, outcome: Outcome): readonly string[] {
  const { operations, warnings, calls, time, failures, omissions } = outcome;
  const figures = [
    `${operations} operations`,
    `${warnings} warnings`,
    `${calls} calls`,
    `${(time / 1000).toFixed(1)} s`,
  ];
  const shown = failures.slice(0, shownFailures).map(({ stage, where, what }) => `    ${stage}: ${where}  ${what}`);
  const hidden = failures.length - shown.length;
  return [
    `${outcome.kind.padEnd(8)}${document.padEnd(56)}${figures.join(", ")}`,
    ...shown,
    ...(hidden > 0 ? [`    … and ${hidden} more failures`] : []),
    ...groups(omissions).map(([why, places]) => `    not called: ${why}: ${few(places)}`),
  ];
}

function groups(omissions: readonly Omission[]): readonly (readonly [string, readonly string[]])[] {
  const byReason = new Map<string, string[]>();
  for (const { where, why } of omissions) byReason.set(why, [...(byReason.get(why) ?? []), where]);
  return [...byReason];
}

function few(places: readonly string[]): string {
  return places.length <= 3 ? places.join("; ") : `${places.length}, as ${places[0] ?? ""}`;
}

/** Sums over all documents; the last line says how many passed. */
export function summaryLines(
  documents: readonly { readonly document: string; readonly outcome: Outcome }[],
  time: number,
): readonly string[] {
  const outcomes = documents.map(({ outcome }) => outcome);
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const omissions = groups(outcomes.flatMap((outcome) => outcome.omissions));
  const not = (kind: Outcome["kind"]) => documents.filter(({ outcome }) => outcome.kind === kind);
  const refused = not("refused").map(({ document }) => document);
  return [
    `${sum(({ operations }) => operations)} operations, ${sum(({ warnings }) => warnings)} warnings, ${sum(({ calls }) => calls)} calls, ${sum(({ failures }) => failures.length)} failures, ${(time / 1000).toFixed(0)} s`,
    ...omissions
      .filter(([why]) => !why.startsWith("on the wire"))
      .map(([why, places]) => `not called, ${why}: ${places.length}`),
    ...(refused.length > 0 ? [`refused: ${refused.join(", ")}`] : []),
    `${not("passed").length} passed, ${not("failed").length + refused.length} failed`,
  ];
}
