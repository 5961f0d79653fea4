/** Reads generated files for text that got out: the static oracle of `../shared/hostile`, and what must hold of text anywhere. */
import ts from "typescript";
import { markdownLeaks } from "./markdown-oracle.js";

export interface ScannedFile {
  readonly path: string;
  readonly text: string;
}

/** Raw controls (but for tab and line end), C1 controls, line separators, and bidirectional controls. */
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What tools take from comments: none of it may begin a line of one, nor pragmas stand anywhere. */
const DIRECTIVE =
  /@(?:ts|jest|vitest)-|@jsx|@(?:no)?(?:flow|format|prettier)\b|^[\s/*]*\/\s*<(?:reference|amd-)|[#@]__[A-Z]+__|source(?:Mapping)?URL=/im;

/**
 * What is wrong with a generated file, as `path:line: what`.
 * @param marker a word that stands in hostile text alone, in several places of each text
 */
export function leaksOf({ path, text }: ScannedFile, marker: string): readonly string[] {
  const raw = RAW.exec(text);
  const problems = raw === null ? [] : [`raw U+${hex(raw[0])}`];
  if (text.includes("\ufffd")) problems.push("U+FFFD");
  if (/\p{Surrogate}/u.test(text)) problems.push("a lone surrogate");
  if (/\.[cm]?[jt]sx?$/.test(path)) problems.push(...scriptLeaks(text, marker));
  else if (path.endsWith(".json")) problems.push(...jsonProblems(text));
  else if (path.endsWith(".md")) problems.push(...markdownLeaks(text, marker));
  return problems.map((problem) => `${path}: ${problem}`);
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

function jsonProblems(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`no JSON: ${String(error)}`];
  }
}

/** Where the marker stands in a script outside of string literals and block comments; and syntax errors. */
export function scriptLeaks(text: string, marker: string): readonly string[] {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  // Not in TypeScript's declarations, but there since its beginnings.
  const errors = Reflect.get(file, "parseDiagnostics") as readonly ts.DiagnosticWithLocation[];
  const at = (position: number) => String(file.getLineAndCharacterOfPosition(position).line + 1);
  const problems = errors.map(
    ({ start, messageText }) => `${at(start)}: syntax: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length === 0) {
      const what = tokenLeak(node, text.slice(node.getStart(file), node.end), marker);
      if (what !== null) problems.push(`${at(node.getStart(file))}: ${what}`);
      problems.push(...commentLeaks(text, node.pos, marker).map((leak) => `${at(node.getStart(file))}: ${leak}`));
    }
    children.forEach(visit);
  };
  visit(file);
  return problems;
}

/** A name is made of the words of a text, and hostile text has several: the marker alone is no name that we made. */
function tokenLeak(node: ts.Node, source: string, marker: string): string | null {
  if (ts.isStringLiteral(node)) return null;
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
    return node.text === marker ? `the marker is code: ${source}` : null;
  return source.includes(marker) ? `the marker is in ${ts.SyntaxKind[node.kind]}: ${source.slice(0, 80)}` : null;
}

/** Comments in front of a token: the marker in one that a line end ends, and directives in one with the marker. */
function commentLeaks(text: string, position: number, marker: string): readonly string[] {
  const problems: string[] = [];
  for (const { kind, pos, end } of [
    ...(ts.getLeadingCommentRanges(text, position) ?? []),
    ...(ts.getTrailingCommentRanges(text, position) ?? []),
  ]) {
    const comment = text.slice(pos, end);
    if (!comment.includes(marker)) continue;
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia) problems.push("the marker is in a // comment");
    if (DIRECTIVE.test(comment)) problems.push(`a directive: ${DIRECTIVE.exec(comment)?.[0] ?? ""}`);
  }
  return problems;
}
