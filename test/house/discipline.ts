/** What no module holds: ways around the type checker, and side effects that belong to one module. */
import ts from "typescript";
import type { SourceText } from "./imports.js";

/** What breaks the house rules in a module, as `path:line: what is wrong`. */
export function disciplineProblems({ path, text }: SourceText): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (position: number, what: string) => {
    found.push(`${path}:${String(file.getLineAndCharacterOfPosition(position).line + 1)}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) report(node.getStart(), "any");
    if (ts.isNonNullExpression(node)) report(node.getStart(), "a non-null assertion");
    if (ts.isExportAssignment(node)) report(node.getStart(), "a default export");
    if (ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword) report(node.getStart(), "a default export");
    const owners = ownersOf(node);
    if (owners !== null && !owners.includes(path)) report(node.getStart(), `only ${owners.join(" and ")} may`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const comment of commentsOf(text)) {
    const directive =
      /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|prettier|c8|v8|istanbul)[- ](?:disable|ignore)/.exec(comment.text);
    if (directive !== null) report(comment.start, directive[0]);
    if (/\b(?:TODO|FIXME|XXX|HACK)\b/.test(comment.text)) report(comment.start, "a note to do something later");
  }
  return found;
}

/** Who prints, and who ends the process. */
const printers = ["generator/terminal.ts"];
const enders = ["generator/cli.ts", "generator/end-signals.ts"];

/** The modules that may say `console.…`, `process.stdout`, `process.exit` and the like; null for everything else. */
function ownersOf(node: ts.Node): readonly string[] | null {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return null;
  if (node.expression.text === "console") return printers;
  if (node.expression.text !== "process") return null;
  if (/^(?:stdout|stderr)$/.test(node.name.text)) return printers;
  return /^(?:exit|exitCode|abort|kill)$/.test(node.name.text) ? enders : null;
}

function commentsOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const comments: { text: string; start: number }[] = [];
  const file = ts.createSourceFile("comments.ts", text, ts.ScriptTarget.Latest, true);
  const seen = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      comments.push({ text: text.slice(pos, end), start: pos });
    }
    // Tokens, too: comments may stand between any two.
    node.getChildren().forEach(visit);
  };
  visit(file);
  return comments;
}
