/**
 * The syntax tree that Handlebars compiles. Every tag has become a call of one of four helpers with a number, that of its
 * site: what it names, where it stands and in which language it prints. So Handlebars looks up no field and prints no
 * value itself, and nothing of a template but its own text gets into the code that it compiles.
 */
import type { TextPosition } from "../diagnostics.js";
import { originalText } from "./template-outline.js";
import type { Languages } from "./template-places.js";
import { traceMark } from "./template-trace.js";
import type { FieldPath } from "./template-scope.js";
import { isJson, isScript, type TemplateLanguage, templatePlace } from "./template-source.js";
import {
  bodiesOf,
  expressionOf,
  isArgumentLiteral,
  isCall,
  namedArguments,
  type Program,
  type Statement,
  statementsOf,
} from "./template-syntax.js";

/** A tag of a template. */
export interface Site {
  readonly place: TextPosition;
  readonly language: TemplateLanguage;
  /** What it prints, repeats or asks; what a partial is called with, or null. */
  readonly argument: Argument | null;
  /** Of a partial: its name, empty for all others. */
  readonly partial: string;
  /** Of a partial: its named arguments. */
  readonly named: readonly (readonly [string, Argument])[];
}

export type Argument =
  | { readonly kind: "path"; readonly path: FieldPath }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | HelperCall;

export interface HelperCall {
  readonly kind: "call";
  /** Of the helper. */
  readonly name: string;
  readonly arguments: readonly Argument[];
}

/** The helpers that wrapped templates call, each as `helper(scope, site)`. */
export const HELPERS = { print: "print", repeat: "repeat", choose: "choose", include: "include" } as const;

/** The names of the helpers that a tag calls. */
export function helpersOf({ argument, named }: Site): readonly string[] {
  return [...(argument === null ? [] : [argument]), ...named.map(([, value]) => value)].flatMap(calledBy);
}

function calledBy(argument: Argument): readonly string[] {
  return argument.kind === "call" ? [argument.name, ...argument.arguments.flatMap(calledBy)] : [];
}

/** The name under which a partial is registered for a language; none that Handlebars gives a meaning. */
export function partialKey(name: string, language: TemplateLanguage): string {
  return `${language} ${name}`;
}

interface Wrapping {
  readonly template: string;
  readonly languages: Languages;
  /** Whether the template may hold `~`. Where not, text that was taken away is the end of the line of a tag. */
  readonly trims: boolean;
  /** Takes the site in, returns its number. */
  readonly addSite: (site: Site) => number;
  /** Whether what is printed has marks in it that say where it comes from. */
  readonly isTraced: boolean;
}

/** A node for Handlebars' compiler: it declares more than it reads. */
type Node = hbs.AST.Node & { readonly [key: string]: unknown };

/**
 * Wraps a template that was parsed and whose places were checked.
 * @param template its name
 * @returns a new tree, for `Handlebars.compile`; the given one is left as it is
 */
export function wrapTemplate(program: Program, wrapping: Wrapping): Node {
  return wrapProgram(program, program.loc, null, wrapping);
}

/** @param repeated the language of what stands in an `each`, where the end meets the beginning; null elsewhere */
function wrapProgram(
  program: Program,
  loc: hbs.AST.SourceLocation,
  repeated: TemplateLanguage | null,
  wrapping: Wrapping,
): Node {
  const statements = statementsOf(program).filter(
    (statement) => statement.type !== "CommentStatement" && textOf(statement, wrapping) !== "",
  );
  const body = statements.flatMap((statement, at) => {
    const node = wrapStatement(statement, wrapping);
    const next = statements[at + 1] ?? null;
    const language = next === null ? repeated : languageAround(statement, next, wrapping.languages);
    const grows = (isScript(language) || isJson(language)) && !areApart(statement, next, wrapping);
    const marked = wrapping.isTraced ? [mark(statement, wrapping), node, ...endMark(statement, wrapping)] : [node];
    return grows ? [...marked, blank(loc)] : marked;
  });
  return { type: "Program", body, blockParams: [], strip: {}, loc };
}

/**
 * The language of the block or partial that one of two neighbours is: in TypeScript and JSON a blank has to keep what it
 * prints from growing together with what is around it. Null where neither is one.
 */
function languageAround(left: Statement, right: Statement, languages: Languages): TemplateLanguage | null {
  const enclosing = [left, right].find(({ type }) => type === "BlockStatement" || type === "PartialStatement");
  return (enclosing && languages.get(enclosing)) ?? null;
}

/** Whether the text on either side ends in something that grows together with nothing. */
function areApart(left: Statement, right: Statement | null, wrapping: Wrapping): boolean {
  const before = textOf(left, wrapping) ?? "";
  const after = (right && textOf(right, wrapping)) ?? "";
  return /[\s([{,;]$/.test(before) || /^[\s)\]},;]/.test(after);
}

/**
 * The text of a content; null for other statements. A tag that has a line of its own prints whole lines or nothing, and
 * the line end after it, which does not print, stands for theirs.
 */
function textOf(statement: Statement, wrapping: Wrapping): string | null {
  if (statement.type !== "ContentStatement") return null;
  return wrapping.trims ? statement.value : originalText(statement);
}

function blank(loc: hbs.AST.SourceLocation): Node {
  return content(" ", loc);
}

function content(text: string, loc: hbs.AST.SourceLocation): Node {
  return { type: "ContentStatement", value: text, original: text, loc };
}

/** The mark of where a statement stands: of text, where what is left of it begins. */
function mark(statement: Statement, wrapping: Wrapping): Node {
  const { start } = statement.loc;
  // As it is printed: without the line end of the tag before it.
  const text = statement.type === "ContentStatement" ? statement.value : null;
  const whole = statement.type === "ContentStatement" ? originalText(statement) : "";
  const skipped = text === null ? [""] : whole.slice(0, Math.max(0, whole.indexOf(text))).split("\n");
  const line = start.line + skipped.length - 1;
  const column = (skipped.length === 1 ? start.column : 0) + (skipped.at(-1)?.length ?? 0);
  const place = templatePlace(wrapping.template, { line, column });
  const kind = text !== null ? "text" : statement.type === "MustacheStatement" ? "print" : "block";
  return content(traceMark(place, kind, wrapping.languages.get(statement) ?? "text"), statement.loc);
}

/** The mark of the end of what a tag prints. */
function endMark(statement: Statement, wrapping: Wrapping): readonly Node[] {
  if (statement.type !== "MustacheStatement") return [];
  const place = templatePlace(wrapping.template, statement.loc.end);
  return [content(traceMark(place, "end", languageOf(statement, wrapping)), statement.loc)];
}

function wrapStatement(statement: Statement, wrapping: Wrapping): Node {
  const { loc } = statement;
  switch (statement.type) {
    case "CommentStatement":
    case "ContentStatement":
      return { ...statement };
    case "MustacheStatement":
      return {
        ...call("print", statement, isCall(statement) ? callOf(statement) : argumentOf(statement.path), wrapping),
        type: "MustacheStatement",
        escaped: true,
        strip: {},
      };
    case "BlockStatement":
      return wrapBlock(statement, wrapping);
    case "PartialStatement": {
      const path = {
        type: "PathExpression",
        original: partialKey(partialName(statement), languageOf(statement, wrapping)),
        data: false,
        depth: 0,
        parts: [],
        loc,
      };
      // `indent` is the white space before the call, where it has a line of its own.
      const inner = {
        type: "PartialStatement",
        name: path,
        params: [scopePath(loc)],
        indent: statement.indent,
        strip: {},
        loc,
      };
      const program = { type: "Program", body: [inner], blockParams: [], strip: {}, loc };
      return { ...block("include", statement, firstArgument(statement), wrapping), program };
    }
  }
}

function wrapBlock(statement: hbs.AST.BlockStatement, wrapping: Wrapping): Node {
  const helper = statement.path.original === "each" ? "repeat" : "choose";
  const wrapped = bodiesOf(statement).map((body) => {
    const repeats = helper === "repeat" && body === statement.program;
    const node = wrapProgram(body, statement.loc, repeats ? languageOf(statement, wrapping) : null, wrapping);
    return [body === statement.program ? "program" : "inverse", node] as const;
  });
  return { ...block(helper, statement, firstArgument(statement), wrapping), ...Object.fromEntries(wrapped) };
}

function block(
  helper: keyof typeof HELPERS,
  statement: Statement,
  argument: Argument | null,
  wrapping: Wrapping,
): Node {
  return {
    ...call(helper, statement, argument, wrapping),
    type: "BlockStatement",
    openStrip: {},
    inverseStrip: {},
    closeStrip: {},
  };
}

/** `helper this 7`, where 7 is the number of the statement's site. */
function call(helper: keyof typeof HELPERS, statement: Statement, argument: Argument | null, wrapping: Wrapping): Node {
  const { loc } = statement;
  const number = wrapping.addSite(siteOf(statement, argument, wrapping));
  return {
    type: "",
    path: { type: "PathExpression", data: false, depth: 0, parts: [HELPERS[helper]], original: HELPERS[helper], loc },
    params: [scopePath(loc), { type: "NumberLiteral", value: number, original: number, loc }],
    loc,
  };
}

/** `this`: in a wrapped template, always a `Scope`. */
function scopePath(loc: hbs.AST.SourceLocation): Node {
  return { type: "PathExpression", data: false, depth: 0, parts: [], original: "this", loc };
}

function siteOf(statement: Statement, argument: Argument | null, wrapping: Wrapping): Site {
  const partial = statement.type === "PartialStatement" ? statement : null;
  const pairs = partial === null ? [] : (namedArguments(partial)?.pairs ?? []);
  return {
    place: templatePlace(wrapping.template, statement.loc.start),
    language: languageOf(statement, wrapping),
    argument,
    partial: partial === null ? "" : partialName(partial),
    named: pairs.map(({ key, value }) => [key, argumentOf(value)]),
  };
}

function languageOf(statement: Statement, wrapping: Wrapping): TemplateLanguage {
  const language = wrapping.languages.get(statement);
  if (language === undefined)
    throw new Error(`The tag in line ${statement.loc.start.line} of ${wrapping.template} was not checked`);
  return language;
}

/** The name of the partial that is called. */
export function partialName(partial: hbs.AST.PartialStatement): string {
  const name = expressionOf(partial.name);
  return "original" in name ? String(name.original) : "";
}

/** What a block or a partial is called with. */
function firstArgument({ params }: { readonly params: readonly hbs.AST.Expression[] }): Argument | null {
  const [first] = params;
  return first === undefined ? null : argumentOf(first);
}

function argumentOf(node: hbs.AST.Expression): Argument {
  const expression = expressionOf(node);
  if (isArgumentLiteral(expression)) return { kind: "literal", value: expression.value };
  if (expression.type === "SubExpression") return callOf(expression);
  if (expression.type !== "PathExpression") throw new Error(`A ${expression.type} was not refused`);
  const { depth, parts, original } = expression;
  return { kind: "path", path: { depth, parts, original } };
}

function callOf(call: {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
}): HelperCall {
  const callee = expressionOf(call.path);
  return {
    kind: "call",
    name: "original" in callee ? String(callee.original) : "",
    arguments: call.params.map(argumentOf),
  };
}
