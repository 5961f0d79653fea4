/**
 * Whether what templates printed means in a script what it was printed as. TypeScript's own parser reads the whole file:
 * each string and each comment that a tag printed must be one there, from its first sign to its last.
 */
import jsTokens from "js-tokens";
import type TypeScript from "typescript";
import { ts } from "../types/openapi-typescript.js";

/** What a tag printed: offsets in the text of the file. */
export interface PrintedRange {
  readonly start: number;
  readonly end: number;
}

/** Where something stands, in words, or the message of the parser. */
export interface PrintedProblem<Range> {
  readonly range: Range;
  /** Where it stands, in words: "inside a string". */
  readonly where: string;
}

export interface ScriptReading<Range> {
  /** The first error of the parser, or null. */
  readonly error: { readonly offset: number; readonly reason: string } | null;
  readonly problems: readonly PrintedProblem<Range>[];
}

/**
 * Reads a script.
 * @param path of the file: its extension says what may stand in it
 * @param text of the whole file
 * @param printed what tags printed in it
 */
export function readScript<Range extends PrintedRange>(
  path: string,
  text: string,
  printed: readonly Range[],
): ScriptReading<Range> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const error = syntaxError(file);
  const { strings, comments } = tokensOf(file, error === null);
  const problems = printed.flatMap((range) => {
    const where = whereIs(text, range, strings, comments);
    return where === null ? [] : [{ range, where }];
  });
  return { error, problems };
}

/** TypeScript keeps it, but does not declare it. */
function syntaxError(file: TypeScript.SourceFile): ScriptReading<never>["error"] {
  const found: unknown = Reflect.get(file, "parseDiagnostics");
  // What `createSourceFile` fills.
  const [first] = Array.isArray(found) ? (found as readonly TypeScript.DiagnosticWithLocation[]) : [];
  if (first === undefined) return null;
  return { offset: first.start, reason: ts.flattenDiagnosticMessageText(first.messageText, " ") };
}

interface Tokens {
  /** The end of each string literal, and what it is there, by its start. */
  readonly strings: ReadonlyMap<number, { readonly end: number; readonly where: string | null }>;
  /** The end of each comment by its start. */
  readonly comments: ReadonlyMap<number, number>;
}

/** @param isValid false where the file is no valid one: what its strings are said to be is then a guess */
function tokensOf(file: TypeScript.SourceFile, isValid: boolean): Tokens {
  const strings = new Map<number, { readonly end: number; readonly where: string | null }>();
  const comments = new Map<number, number>();
  const elements: TypeScript.JsxText[] = [];
  const note = (ranges: readonly TypeScript.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) comments.set(pos, end);
  };
  const visit = (node: TypeScript.Node): void => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    for (const child of children) visit(child);
    if (ts.isJsxText(node)) elements.push(node);
    if (children.length > 0 || ts.isJsxText(node)) return;
    note(ts.getLeadingCommentRanges(file.text, node.pos));
    note(ts.getTrailingCommentRanges(file.text, node.end));
    if (ts.isStringLiteral(node))
      strings.set(node.getStart(file), { end: node.end, where: isValid ? meaningOf(node) : null });
  };
  visit(file);
  // Behind the sign that opens an element, text of JSX looks like comments.
  for (const { pos, end } of elements)
    for (const start of [...comments.keys()].filter((at) => at >= pos && at < end)) comments.delete(start);
  return { strings, comments };
}

/** What a string is beyond a value; null where it is no more than that. */
function meaningOf(node: TypeScript.StringLiteral): string | null {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return "as an attribute in JSX, where escapes mean nothing";
  if (ts.isExpressionStatement(parent)) return "as a statement, which may be a directive";
  if (namesModule(node) && !/^(?:\.{1,2}\/|@?[A-Za-z\d])[\w@./~-]*$/.test(node.text))
    return "as the name of a module, which may be code itself";
  const isKey = "name" in parent && parent.name === node;
  if (isKey && ts.isPropertyAssignment(parent) && node.text === "__proto__") return "as a key, which is the prototype";
  // TypeScript takes a method "constructor" for the constructor.
  if (ts.isConstructorDeclaration(parent) || (isKey && ts.isClassElement(parent) && node.text === "prototype"))
    return "as the name of a member that every class has";
  return null;
}

/** Whether a string is what an import leads to. */
function namesModule({ parent }: TypeScript.StringLiteral): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent))
    return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent)) return false;
  const { expression } = parent;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require")
  );
}

/** Where what was printed stands, in words; null where each string and comment in it is one of the file. */
function whereIs(
  text: string,
  { start, end }: PrintedRange,
  strings: Tokens["strings"],
  comments: Tokens["comments"],
): string | null {
  let at = start;
  for (const { type, value } of jsTokens(text.slice(start, end))) {
    const until = at + value.length;
    if (type === "StringLiteral") {
      const found = strings.get(at);
      if (found?.end !== until) return "within other text of the script, such as a string, JSX or a regular expression";
      if (found.where !== null) return found.where;
    }
    if (/Comment$/.test(type) && comments.get(at) !== until)
      return "within other text of the script, such as a string or another comment";
    at = until;
  }
  return null;
}
