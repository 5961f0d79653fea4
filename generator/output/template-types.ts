/**
 * Templates against the types of their views: every path of a template must lead to a field of the view type that its
 * first line names, every helper and partial must be there. Handlebars reads the template, ts-morph the types.
 */
import Handlebars from "handlebars";
import type { SourceFile, Symbol as MemberSymbol, Type } from "ts-morph";
import type { TextPosition } from "../diagnostics.js";
import { nearestOf } from "../document/known-keys.js";

export interface TemplateText {
  /** As it is named in problems. */
  readonly path: string;
  readonly text: string;
}

/** What there is beside views. */
export interface TemplateWorld {
  /** The names of helpers. */
  readonly helpers: ReadonlySet<string>;
  /** The names of options, by set. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface TemplateProblem {
  readonly place: TextPosition;
  /** What is wrong, without a capital and an end. */
  readonly what: string;
}

/** Where paths begin: a type, and what is around the list whose item it is. */
interface Scope {
  readonly type: Known;
  readonly outer: Scope | null;
  /** Paths that an `if` around this place has found to be there, as text. */
  readonly present: ReadonlySet<string>;
}

/** A type; of what helpers return nothing is known. */
type Known = Type | "anything";

/**
 * Checks templates, and the partials that they call.
 * @param views the module with the view types
 * @returns what is wrong, in order; nothing of a template that cannot be parsed
 */
export function templateProblems(
  templates: readonly TemplateText[],
  views: SourceFile,
  world: TemplateWorld = { helpers: new Set(), options: {} },
): readonly TemplateProblem[] {
  const partials = new Map<string, Partial>();
  for (const template of templates) {
    const name = partialNameOf(template.path);
    if (name !== null) partials.set(name, { view: viewOf(template.text) });
  }
  return templates.flatMap((template) => check(template, { views, partials, world }));
}

interface Partial {
  /** The name of the type that it is called with, or null where its first line says none. */
  readonly view: string | null;
}

interface Context {
  readonly views: SourceFile;
  readonly partials: ReadonlyMap<string, Partial>;
  readonly world: TemplateWorld;
}

function partialNameOf(path: string): string | null {
  return /\/_partials\/(.+)\.hbs$/.exec(path)?.[1] ?? null;
}

/** The name of the view type that a template's first line names, or null. */
export function viewOf(text: string): string | null {
  return /^\{\{!(?:--)? ?view: (\w+) ?(?:--)?\}\}\r?\n/.exec(text)?.[1] ?? null;
}

/** The view that a template is rendered with, by its path. */
export function viewByPath(path: string): string {
  const [kind] = ["Operation", "Webhook", "Tag", "Schema", "Extension"].filter((name) =>
    path.includes(`[${name.toLowerCase()}]`),
  );
  return `${kind ?? "Package"}View`;
}

function check({ path, text }: TemplateText, context: Context): readonly TemplateProblem[] {
  // It takes an output away.
  if (text.trim() === "") return [];
  const start: TextPosition = { uri: path, line: 1, column: 1 };
  const isPartial = partialNameOf(path) !== null;
  const view = viewOf(text);
  const wanted = viewByPath(path);
  if (view === null) {
    const example = `{{!-- view: ${isPartial ? "OperationView" : wanted} --}}`;
    return [{ place: start, what: `the first line must name the view type: ${example}` }];
  }
  const declaration = viewType(context.views, view);
  if (declaration === null)
    return [{ place: start, what: `there is no view type ${view}${nearView(context.views, view)}` }];
  if (!isPartial && view !== wanted)
    return [{ place: start, what: `a template with this path is rendered with a ${wanted}, not a ${view}` }];
  const program = parse(text);
  if (program === null) return [];
  const checker = new Checker(path, context);
  checker.program(program, { type: declaration, outer: null, present: new Set() });
  return checker.problems;
}

/** Null for what is no Handlebars: of that, no path can be followed. */
function parse(text: string): hbs.AST.Program | null {
  try {
    return Handlebars.parse(text);
  } catch {
    return null;
  }
}

/** An interface that the module declares or exports, itself no code. */
function viewType(views: SourceFile, name: string): Type | null {
  const exported = views.getExportedDeclarations().get(name)?.[0];
  const type = exported?.getType();
  return type === undefined || !name.endsWith("View") ? null : type;
}

function nearView(views: SourceFile, name: string): string {
  const names = [...views.getExportedDeclarations().keys()].filter((known) => known.endsWith("View"));
  return meant(name, names);
}

function meant(name: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known);
  return nearest === null ? "" : `; did you mean ${nearest}?`;
}

/** One walk over a template; a class because problems gather as it goes. */
class Checker {
  readonly problems: TemplateProblem[] = [];
  private readonly path: string;
  private readonly context: Context;

  constructor(path: string, context: Context) {
    this.path = path;
    this.context = context;
  }

  program(program: hbs.AST.Program, scope: Scope): void {
    for (const statement of program.body) {
      if (isMustache(statement)) this.mustache(statement, scope);
      else if (isBlock(statement)) this.block(statement, scope);
      else if (isPartial(statement)) this.partial(statement, scope);
    }
  }

  private mustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
    if (statement.params.length > 0) {
      this.call(statement, scope);
      return;
    }
    const type = this.follow(statement.path, scope);
    if (type !== "anything" && type?.isUndefined() === true) this.report(statement, "this is undefined");
  }

  /** A call of a helper: of what it returns nothing is known. */
  private call(call: Call, scope: Scope): Known | null {
    const name = textOf(call.path);
    const { helpers } = this.context.world;
    for (const argument of call.params) if (isPath(argument) || isCall(argument)) this.value(argument, scope);
    if (helpers.has(name)) return "anything";
    this.report(call, `there is no helper ${name}${meant(name, [...helpers])}`);
    return null;
  }

  /** The type of a path or of what a helper returns; null after a problem. */
  private value(expression: hbs.AST.Expression, scope: Scope, last: Last = "as it is"): Known | null {
    return isCall(expression) ? this.call(expression, scope) : this.follow(expression, scope, last);
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const [argument] = block.params;
    // Handlebars declares it as always there.
    const inverse = block.inverse as hbs.AST.Program | undefined;
    if (inverse !== undefined) this.program(inverse, scope);
    if (argument === undefined) return;
    const type = this.value(argument, scope, "may be null");
    if (block.path.original === "if") {
      this.program(block.program, type === null ? scope : withPresent(scope, argument));
      return;
    }
    const item = type === null || type === "anything" ? "anything" : type.getArrayElementType();
    if (item === undefined) this.report(argument, `${textOf(argument)} is no list`);
    else this.program(block.program, { type: item, outer: scope, present: new Set() });
  }

  private partial(call: hbs.AST.PartialStatement, scope: Scope): void {
    const { partials, views } = this.context;
    const name = textOf(call.name);
    const partial = partials.get(name);
    const wanted = partial?.view === undefined || partial.view === null ? null : viewType(views, partial.view);
    // Handlebars declares it as always there.
    const hash = call.hash as hbs.AST.Hash | undefined;
    const pairs = hash?.pairs ?? [];
    for (const { value } of pairs) if (isPath(value) || isCall(value)) this.value(value, scope);
    const [argument] = call.params;
    if (wanted === null) {
      const what =
        partial === undefined
          ? `there is no partial ${name}${meant(name, [...partials.keys()])}`
          : `the partial ${name} names no view type in its first line`;
      this.report(call, what);
      return;
    }
    const named = new Set(pairs.map(({ key }) => key));
    const given = argument === undefined ? undefined : this.value(argument, scope);
    if (given === null || given === "anything") return;
    const lacking = wanted
      .getProperties()
      .filter((property) => !named.has(property.getName()))
      .filter((property) => {
        const own = given?.getProperty(property.getName());
        return own === undefined || !typeOf(own).isAssignableTo(typeOf(property));
      });
    if (lacking.length > 0)
      this.report(call, `the partial ${name} needs ${lacking.map((property) => property.getName()).join(", ")}`);
  }

  /** The type that a path leads to, or null after a problem. */
  private follow(expression: hbs.AST.Expression, scope: Scope, last: Last = "as it is"): Known | null {
    if (!isPath(expression)) {
      this.report(expression, "a path was expected");
      return null;
    }
    let from: Scope | null = scope;
    for (let out = 0; out < expression.depth && from !== null; out++) from = from.outer;
    if (from === null) {
      this.report(expression, `${textOf(expression)} leads out of the view`);
      return null;
    }
    const fields = expression.parts;
    if (from.outer === null && fields[0] === "options") return this.option(expression);
    const isBeside = from.outer === null && fields[0] === "components";
    let type = (isBeside && viewType(this.context.views, "SetView")) || from.type;
    for (const [index, field] of fields.entries()) {
      if (type === "anything") return type;
      const isChecked = from.present.has(fields.slice(0, index).join("."));
      if (type.isNullable() && !isChecked) {
        this.report(expression, `${fields.slice(0, index).join(".")} may be null: put {{#if}} around it`);
        return null;
      }
      const container: Type = type.getNonNullableType();
      const property: MemberSymbol | undefined = isLeaf(container) ? undefined : container.getProperty(field);
      if (property === undefined) {
        const known = isLeaf(container) ? [] : container.getProperties().map((each) => each.getName());
        const owner = nameOf(container) ?? fields[index - 1] ?? "it";
        this.report(expression, `there is no ${field} in ${owner}${meant(field, known)}`);
        return null;
      }
      type = typeOf(property);
    }
    if (type === "anything") return type;
    const isChecked = last === "may be null" || from.present.has(fields.join("."));
    return isChecked ? type.getNonNullableType() : type;
  }

  /** An option of a set, `options.<set>.<name>`: of its value nothing is known. */
  private option(path: hbs.AST.PathExpression): Known | null {
    const { options } = this.context.world;
    const [, set, name] = path.parts;
    if (set === undefined) return "anything";
    const own = Object.hasOwn(options, set) ? options[set] : undefined;
    const known = Object.keys(own ?? options);
    if (own === undefined) this.report(path, `there is no template set ${set} with options${meant(set, known)}`);
    else if (name !== undefined && !Object.hasOwn(own, name))
      this.report(path, `the template set ${set} has no option ${name}${meant(name, known)}`);
    else return "anything";
    return null;
  }

  private report(node: { readonly loc: hbs.AST.SourceLocation }, what: string): void {
    const { line, column } = node.loc.start;
    this.problems.push({ place: { uri: this.path, line, column: column + 1 }, what });
  }
}

type Last = "may be null" | "as it is";

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

/** The scope inside of an `if`: its path is there, in the scope in which the path begins. */
function withPresent(scope: Scope, argument: hbs.AST.Expression): Scope {
  if (!isPath(argument)) return scope;
  const inside = (current: Scope, depth: number): Scope =>
    depth > 0 && current.outer !== null
      ? { ...current, outer: inside(current.outer, depth - 1) }
      : { ...current, present: new Set([...current.present, argument.parts.join(".")]) };
  return inside(scope, argument.depth);
}

/** The type of a field of a view, as it was declared. */
function typeOf(field: MemberSymbol): Type {
  return field.getValueDeclarationOrThrow().getType();
}

/** Values that templates print whole: code, text, lists, anything JSON. */
function isLeaf(type: Type): boolean {
  if (type.isString() || type.isNumber() || type.isBoolean() || type.isArray() || type.isReadonlyArray()) return true;
  return type.isUnion() || type.getProperties().some((property) => property.getName().startsWith("__@"));
}

/** The name of a type, where it has one. */
function nameOf(type: Type): string | null {
  const name = type.getAliasSymbol()?.getName() ?? type.getSymbol()?.getName() ?? type.getText();
  return name.startsWith("__") ? null : name;
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

function textOf(expression: hbs.AST.Expression): string {
  return isPath(expression) ? expression.original : expression.type;
}

function isCall(expression: hbs.AST.Expression): expression is hbs.AST.SubExpression {
  return expression.type === "SubExpression";
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === "MustacheStatement";
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === "BlockStatement";
}

function isPartial(statement: hbs.AST.Statement): statement is hbs.AST.PartialStatement {
  return statement.type === "PartialStatement";
}
