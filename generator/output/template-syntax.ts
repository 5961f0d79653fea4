/**
 * A template's text becomes Handlebars' syntax tree, of which only four things are left over: text, printed paths and
 * calls of helpers, `each` and `if` on one of these, and calls of partials. Everything else is refused by name.
 */
import Handlebars from "handlebars";
import type { Diagnostics } from "../diagnostics.js";
import { templatePlace } from "./template-source.js";

export type Program = hbs.AST.Program;

/** What a template may hold, after `parseTemplate`. Comments print nothing. */
export type Statement =
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement;

type RefusedStatement = {
  readonly type: "PartialBlockStatement" | "DecoratorBlock" | "Decorator";
  readonly loc: hbs.AST.SourceLocation;
};

/** What may stand where a path may. */
type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;

/** The statements of a program that `parseTemplate` let through. */
export function statementsOf(program: Program): readonly Statement[] {
  // Handlebars declares its statements as their common base; the others have been refused.
  return program.body as Statement[];
}

/**
 * Parses a template and refuses what templates may not hold. Reports every such thing, each at its place.
 * @returns the tree, or null after a diagnostic
 */
export function parseTemplate(
  template: { readonly name: string; readonly text: string },
  diagnostics: Diagnostics,
): Program | null {
  const program = parse(template, diagnostics);
  if (program === null) return null;
  const lines = template.text.split("\n");
  let refusals = 0;
  checkProgram(program, {
    depth: 0,
    tagAt: (loc) => tagAt(lines, loc),
    refuse(node, reason) {
      refusals += 1;
      const construct = tagAt(lines, node.loc);
      diagnostics.add("template-construct-refused", templatePlace(template.name, node.loc.start), {
        construct,
        reason,
      });
    },
  });
  return refusals === 0 ? program : null;
}

function parse(
  { name, text }: { readonly name: string; readonly text: string },
  diagnostics: Diagnostics,
): Program | null {
  try {
    return Handlebars.parse(text, { srcName: name });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { position, reason } = syntaxProblem(error, text.split("\n"));
    diagnostics.add("template-syntax", templatePlace(name, position), { reason });
    return null;
  }
}

/**
 * Handlebars tells the place of some mistakes in the exception ("if doesn't match each - 1:3"), of others only in the
 * state of its lexer: the token that could not be read.
 */
function syntaxProblem(error: Error, lines: readonly string[]): { position: hbs.AST.Position; reason: string } {
  const [, reason, line, column] = /^([^\n]*) - (\d+):(\d+)$/.exec(error.message) ?? [];
  if (reason !== undefined) return { position: { line: Number(line), column: Number(column) }, reason };
  const token = property(property(property(Handlebars, "Parser"), "lexer"), "yylloc");
  const position = {
    line: numberOr(property(token, "first_line"), 1),
    column: numberOr(property(token, "first_column"), 0),
  };
  const rest = lines
    .slice(position.line - 1)
    .join("\n")
    .slice(position.column);
  const found =
    rest.trim() === ""
      ? "it ends too early"
      : `${JSON.stringify(rest.split("\n", 1).join("").slice(0, 20))} is unexpected`;
  return { position, reason: found };
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** The tag that begins at a place, as it is written, up to its closing braces. */
function tagAt(lines: readonly string[], loc: hbs.AST.SourceLocation): string {
  const line = lines[loc.start.line - 1]?.slice(loc.start.column) ?? "";
  return /^.*?\}\}+/.exec(line)?.[0] ?? line;
}

interface Check {
  /** How many `each` are around this place: how often a path may lead outwards. */
  readonly depth: number;
  readonly tagAt: (loc: hbs.AST.SourceLocation) => string;
  readonly refuse: (node: { readonly loc: hbs.AST.SourceLocation }, reason: string) => void;
}

function checkProgram(program: Program, check: Check): void {
  // See statementsOf; here all the kinds that the parser makes are still among them.
  for (const statement of program.body as (Statement | RefusedStatement)[]) {
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        break;
      case "MustacheStatement":
        checkMustache(statement, check);
        break;
      case "BlockStatement":
        checkBlock(statement, check);
        break;
      case "PartialStatement":
        checkPartial(statement, check);
        break;
      case "PartialBlockStatement":
        check.refuse(statement, "partials are called without a block, as {{> name path}}");
        break;
      case "DecoratorBlock":
      case "Decorator":
        check.refuse(statement, "there are no decorators and no inline partials; a partial is a file of its own");
    }
  }
}

function checkMustache(mustache: hbs.AST.MustacheStatement, check: Check): void {
  if (!mustache.escaped) {
    check.refuse(mustache, "nothing prints unescaped; {{x}} prints a value in the language of the file");
  } else if (isCall(mustache)) {
    checkCall(mustache, mustache, check);
  } else {
    checkPath(mustache.path, mustache, check);
  }
}

/** Whether a tag has arguments: then it calls a helper; without them, it prints a path. */
export function isCall(mustache: hbs.AST.MustacheStatement): boolean {
  return mustache.params.length > 0 || (namedArguments(mustache)?.pairs.length ?? 0) > 0;
}

/** A helper's arguments are literals, paths and calls of helpers in parentheses. */
function checkCall(
  call: {
    readonly path: hbs.AST.Expression;
    readonly params: readonly hbs.AST.Expression[];
    readonly hash: hbs.AST.Hash;
  },
  statement: Statement,
  check: Check,
): void {
  const callee = expressionOf(call.path);
  if (callee.type !== "PathExpression" || callee.data || callee.depth > 0 || callee.parts.length !== 1)
    check.refuse(statement, "a helper is called by its name, as in {{name path}}");
  if ((namedArguments(call)?.pairs.length ?? 0) > 0)
    check.refuse(statement, "helpers take no named arguments; give them one after the other");
  for (const argument of call.params) {
    if (!isArgumentLiteral(expressionOf(argument))) checkArgument(argument, statement, check);
  }
}

function checkBlock(block: hbs.AST.BlockStatement, check: Check): void {
  const reason = blockProblem(block, check.tagAt(block.loc));
  if (reason !== null) {
    check.refuse(block, reason);
    return;
  }
  for (const argument of block.params) checkArgument(argument, block, check);
  const inside = block.path.original === "each" ? { ...check, depth: check.depth + 1 } : check;
  for (const part of bodiesOf(block)) checkProgram(part, part === block.program ? inside : check);
}

function blockProblem(block: hbs.AST.BlockStatement, tag: string): string | null {
  const name = block.path.original;
  if (tag.startsWith("{{{{")) return "there are no raw blocks";
  if (/^\{\{~?\^/.test(tag)) return "there are no inverted blocks; write {{#if x}}{{else}}…{{/if}}";
  if (name !== "each" && name !== "if") return "the only blocks are {{#each path}} and {{#if path}}";
  if (block.params.length !== 1) return `{{#${name}}} takes one path, or a helper in parentheses`;
  if ((namedArguments(block)?.pairs.length ?? 0) > 0) return `{{#${name}}} takes a path and nothing else`;
  const named = bodiesOf(block).some(({ blockParams }) => Array.isArray(blockParams) && blockParams.length > 0);
  return named ? "there are no block parameters; paths in the block begin at the item" : null;
}

/** Whether a tag takes away the white space around it, by `~`. */
export function takesWhiteSpace(statement: Statement): boolean {
  if (statement.type === "ContentStatement") return false;
  // A block without {{else}} has no flags for it, though Handlebars declares them.
  const flags: readonly (hbs.AST.StripFlags | undefined)[] =
    statement.type === "BlockStatement"
      ? [statement.openStrip, statement.inverseStrip, statement.closeStrip]
      : [statement.strip];
  return flags.some((flag) => flag?.open === true || flag?.close === true);
}

/** The programs of a block: what it repeats or chooses, and what stands after `{{else}}`. */
export function bodiesOf(block: hbs.AST.BlockStatement): readonly Program[] {
  // Handlebars declares both as always there.
  const bodies: readonly (Program | undefined)[] = [block.program, block.inverse];
  return bodies.filter((body) => body !== undefined);
}

/** The named arguments of a tag; Handlebars declares them as always there. */
export function namedArguments(node: { readonly hash: hbs.AST.Hash }): hbs.AST.Hash | undefined {
  return node.hash;
}

function checkPartial(partial: hbs.AST.PartialStatement, check: Check): void {
  const name: Expression = expressionOf(partial.name);
  if (name.type === "SubExpression") {
    check.refuse(partial, "the name of a partial is fixed, not computed");
  } else if (name.type === "PathExpression" && name.data) {
    check.refuse(partial, "partials take no blocks");
  } else if (partial.params.length > 1) {
    check.refuse(partial, "a partial takes one path, and named arguments after it");
  } else {
    for (const argument of partial.params) checkArgument(argument, partial, check);
    for (const { value } of namedArguments(partial)?.pairs ?? []) {
      if (!isArgumentLiteral(expressionOf(value))) checkArgument(value, partial, check);
    }
  }
}

/** A path, or a call of a helper in parentheses. */
function checkArgument(node: hbs.AST.Expression, statement: Statement, check: Check): void {
  const expression = expressionOf(node);
  if (expression.type === "SubExpression") checkCall(expression, statement, check);
  else checkPath(node, statement, check);
}

/** Handlebars declares expressions as their common base. */
export function expressionOf(node: hbs.AST.Expression): Expression {
  return node as Expression;
}

/** A literal that may stand as a named argument of a partial. */
export function isArgumentLiteral(
  expression: Expression,
): expression is hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral {
  return ["StringLiteral", "NumberLiteral", "BooleanLiteral"].includes(expression.type);
}

function checkPath(node: hbs.AST.Expression, statement: Statement, check: Check): void {
  const path = expressionOf(node);
  if (path.type !== "PathExpression") check.refuse(statement, "a path was expected, not a literal");
  else if (path.data) check.refuse(statement, "there are no @ variables; what the template needs is in the view");
  else if (path.depth > check.depth) check.refuse(statement, "../ leads out of a list, and there is none around it");
}
