/**
 * Templates against the types of their views: every path of a template must lead to a field of the view type that its
 * first line names. Handlebars reads the template, ts-morph the types.
 */
import Handlebars from "handlebars";
import type { SourceFile, Symbol as MemberSymbol, Type } from "ts-morph";

export interface TemplateText {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** Where paths begin: a type, and what is around the list whose item it is. */
interface Scope {
  readonly type: Type;
  readonly outer: Scope | null;
  /** Paths that an `if` around this place has found to be there, as text. */
  readonly present: ReadonlySet<string>;
}

/**
 * Checks templates, and the partials that they call.
 * @param views the module with the view types
 * @returns `path:line:column: what is wrong`, in order
 */
export function templateProblems(templates: readonly TemplateText[], views: SourceFile): readonly string[] {
  const partials = new Map<string, Partial>();
  for (const template of templates) {
    const name = /\/_partials\/(.+)\.hbs$/.exec(template.path)?.[1];
    if (name !== undefined) partials.set(name, { view: viewOf(template.text) });
  }
  return templates.flatMap((template) => check(template, views, partials));
}

interface Partial {
  /** The name of the type that it is called with, or null where its first line says none. */
  readonly view: string | null;
}

function viewOf(text: string): string | null {
  return /^\{\{!(?:--)? ?view: (\w+) ?(?:--)?\}\}\n/.exec(text)?.[1] ?? null;
}

function check(
  { path, text }: TemplateText,
  views: SourceFile,
  partials: ReadonlyMap<string, Partial>,
): readonly string[] {
  const view = viewOf(text);
  if (view === null) return [`${path}:1:1: the first line must name the view type: {{! view: OperationView }}`];
  const declaration = views.getInterface(view);
  if (declaration?.isExported() !== true) return [`${path}:1:1: there is no view type ${view}`];
  const checker = new Checker(path, views, partials);
  checker.program(Handlebars.parse(text), { type: declaration.getType(), outer: null, present: new Set() });
  return checker.problems;
}

/** One walk over a template; a class because problems gather as it goes. */
class Checker {
  readonly problems: string[] = [];
  private readonly path: string;
  private readonly views: SourceFile;
  private readonly partials: ReadonlyMap<string, Partial>;

  constructor(path: string, views: SourceFile, partials: ReadonlyMap<string, Partial>) {
    this.path = path;
    this.views = views;
    this.partials = partials;
  }

  program(program: hbs.AST.Program, scope: Scope): void {
    for (const statement of program.body) {
      if (isMustache(statement)) this.mustache(statement, scope);
      else if (isBlock(statement)) this.block(statement, scope);
      else if (isPartial(statement)) this.partial(statement, scope);
    }
  }

  private mustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
    const type = this.follow(statement.path, scope);
    if (type?.isUndefined() === true) this.report(statement, "this is undefined");
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const [argument] = block.params;
    // Handlebars declares it as always there.
    const inverse = block.inverse as hbs.AST.Program | undefined;
    if (inverse !== undefined) this.program(inverse, scope);
    if (argument === undefined) return;
    const type = this.follow(argument, scope, "may be null");
    if (type === null) return;
    if (block.path.original === "if") {
      this.program(block.program, withPresent(scope, argument));
      return;
    }
    const item = type.getArrayElementType();
    if (item === undefined) this.report(argument, `${textOf(argument)} is no list`);
    else this.program(block.program, { type: item, outer: scope, present: new Set() });
  }

  private partial(call: hbs.AST.PartialStatement, scope: Scope): void {
    const name = textOf(call.name);
    const partial = this.partials.get(name);
    const wanted =
      partial?.view === undefined || partial.view === null ? undefined : this.views.getInterface(partial.view);
    if (wanted === undefined) {
      this.report(call, `there is no partial ${name} with a view type`);
      return;
    }
    // Handlebars declares it as always there.
    const hash = call.hash as hbs.AST.Hash | undefined;
    const pairs = hash?.pairs ?? [];
    const named = new Set(pairs.map(({ key }) => key));
    for (const { value } of pairs) if (isPath(value)) this.follow(value, scope);
    const [argument] = call.params;
    const given = argument === undefined ? null : this.follow(argument, scope);
    if (argument !== undefined && given === null) return;
    const lacking = wanted
      .getType()
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
  private follow(
    expression: hbs.AST.Expression,
    scope: Scope,
    last: "may be null" | "as it is" = "as it is",
  ): Type | null {
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
    let type = from.type;
    const fields = expression.parts;
    for (const [index, field] of fields.entries()) {
      const isChecked = from.present.has(fields.slice(0, index).join("."));
      if (type.isNullable() && !isChecked) {
        this.report(expression, `${fields.slice(0, index).join(".")} may be null: put {{#if}} around it`);
        return null;
      }
      const container = type.getNonNullableType();
      const property = isLeaf(container) ? undefined : container.getProperty(field);
      if (property === undefined) {
        this.report(expression, `there is no ${field} in ${nameOf(container)}`);
        return null;
      }
      type = typeOf(property);
    }
    const isChecked = last === "may be null" || from.present.has(fields.join("."));
    return isChecked ? type.getNonNullableType() : type;
  }

  private report(node: { readonly loc: hbs.AST.SourceLocation }, what: string): void {
    const { line, column } = node.loc.start;
    this.problems.push(`${this.path}:${String(line)}:${String(column + 1)}: ${what}`);
  }
}

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

function nameOf(type: Type): string {
  return type.getAliasSymbol()?.getName() ?? type.getSymbol()?.getName() ?? type.getText();
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

function textOf(expression: hbs.AST.Expression): string {
  return isPath(expression) ? expression.original : expression.type;
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
