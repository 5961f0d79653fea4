/**
 * Code values: text that a template prints as it is, where it prints every other value as a literal. They are branded
 * with a symbol, so that a document, being JSON, cannot hold one; only this folder makes them. What comes from a
 * document gets into one through a name that is checked, or through a literal that is escaped.
 */
import { stringLiteral } from "../types/string-literal.js";

/** Registered, so that a code value stays one across two copies of this module. */
export const codeBrand: unique symbol = Symbol.for("openapi-exemplar.code");

export type CodeKind =
  | "identifier"
  | "property-key"
  | "member-access"
  | "literal"
  | "expression"
  | "type-expression"
  | "declaration"
  | "doc-comment"
  | "markdown";

/** A piece of source text that is known to be safe where its kind may stand. Frozen. */
export interface Code<Kind extends CodeKind = CodeKind> {
  readonly [codeBrand]: Kind;
  readonly text: string;
  readonly language: "ts" | "md";
}

/** A name that may be declared and referred to. */
export type Identifier = Code<"identifier">;
/** The name of a member, as it stands before the colon of an object literal or type. */
export type PropertyKey = Code<"property-key">;
/** `.name` or `["na-me"]`: what follows an expression. */
export type MemberAccess = Code<"member-access">;
export type Literal = Code<"literal">;
/** Any TypeScript that was composed by `ts`. */
export type Expression = Code<"expression">;
export type TypeExpression = Code<"type-expression">;
export type Declaration = Code<"declaration">;
/** A whole `/** … *\/` block, or nothing. */
export type DocComment = Code<"doc-comment">;
export type Markdown = Code<"markdown">;

/** What has a literal: JSON, big integers, and code values among them. */
export type LiteralValue =
  string | number | boolean | bigint | null | Code | readonly LiteralValue[] | { readonly [key: string]: LiteralValue };

/** Brands text as code. For `view/` alone, whose functions know why the text is safe. */
export function createCode<Kind extends CodeKind>(kind: Kind, text: string): Code<Kind> {
  const language = kind === "markdown" ? "md" : "ts";
  const code = Object.freeze({ [codeBrand]: kind, text, language } satisfies Code<Kind>);
  made.add(code);
  return code;
}

/** All code values that there are: one that was copied, or put together by hand, is none. */
const made = sharedSet();

/** The same in every copy of this module: helpers of template sets may be loaded with one of their own. */
function sharedSet(): WeakSet<object> {
  const found: unknown = Reflect.get(globalThis, codeBrand);
  if (found instanceof WeakSet) return found;
  const shared = new WeakSet<object>();
  Reflect.set(globalThis, codeBrand, shared);
  return shared;
}

/** True for values that `createCode` made; never for anything that was read from a document. */
export function isCode(value: unknown): value is Code {
  return typeof value === "object" && value !== null && made.has(value);
}

/** What kind of code a value is. */
export function kindOf(code: Code): CodeKind {
  return code[codeBrand];
}

/** Names that stand bare as keys: ASCII alone, so that every tool reads them alike. */
const NAME = /^[A-Za-z_$][\w$]*$/;

/** ECMA-262, 12.7: letters of any script. */
const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** Reserved in strict mode or in modules, or not to be bound there (ECMA-262, 12.7.2 and 13.1.1). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/**
 * A name that the naming stage chose.
 * @throws where it is no identifier or is reserved: a bug of ours, as documents' text is named elsewhere
 */
export function identifier(name: string): Identifier {
  if (!IDENTIFIER.test(name) || RESERVED.has(name)) throw new Error(`${stringLiteral(name)} is no identifier`);
  return createCode("identifier", name);
}

/** The key `name` of an object literal or object type: bare, quoted, or `["__proto__"]`, which is no prototype. */
export function propertyKey(name: string): PropertyKey {
  return createCode("property-key", keyText(name));
}

function keyText(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  // `200`, as a status is written; more digits, and JavaScript would spell the number in its own way.
  return NAME.test(name) || /^(?:0|[1-9]\d{0,14})$/.test(name) ? name : stringLiteral(name);
}

/** The access to the member `name` of the expression before it: `.name` or `["na-me"]`. */
export function memberAccess(name: string): MemberAccess {
  return createCode("member-access", NAME.test(name) ? `.${name}` : `[${stringLiteral(name)}]`);
}

/**
 * A value as a TypeScript literal on one line; code values in it stand as they are.
 * @throws where something in it has no literal: a bug of ours
 */
export function literal(value: LiteralValue): Literal {
  const refused = unprintable(value);
  if (refused !== null) throw new Error(`${refused} has no literal`);
  return createCode("literal", literalText(value));
}

function literalText(value: LiteralValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (isCode(value)) return value.text;
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${keyText(key)}: ${literalText(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

/**
 * What in a value has no TypeScript literal: functions, instances of classes, `undefined`, NaN and infinities, Markdown.
 * @returns the first such thing in words ("a function"), or null where `literal` takes the value
 */
export function unprintable(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : String(value);
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "bigint" || value === null)
    return null;
  if (typeof value !== "object") return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
  if (isCode(value)) return value.language === "ts" ? null : "Markdown";
  if (Array.isArray(value)) return firstRefused(Array.from<unknown>(value));
  return isPlainObject(value) ? firstRefused(Object.values(value)) : "an instance of a class";
}

function firstRefused(values: readonly unknown[]): string | null {
  for (const value of values) {
    const refused = unprintable(value);
    if (refused !== null) return refused;
  }
  return null;
}

/** True for objects as `{}` makes them, with string keys alone: no arrays, instances, code values. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.getOwnPropertySymbols(value).length === 0;
}

/**
 * Composes TypeScript: the template's own text as it is, code values as they are, every other value (lists too) as a
 * literal. To string code values together, use `joinCode`.
 * @throws where a value has no literal: a bug of ours
 */
export function ts(parts: TemplateStringsArray, ...values: readonly LiteralValue[]): Expression {
  if (!isTemplateLiteral(parts)) throw new TypeError("ts is for template literals alone");
  const [first = "", ...rest] = parts;
  const printed = values.map((value, at) => literal(value).text + (rest[at] ?? ""));
  return createCode("expression", first + printed.join(""));
}

/** What the language makes of a template literal is frozen; a list that was made at run time may hold anything. */
export function isTemplateLiteral(parts: TemplateStringsArray): boolean {
  return Object.isFrozen(parts) && Object.isFrozen(parts.raw);
}

/** Signs and blanks: nothing that could be a text of a document, a comment or the end of one. */
const SEPARATOR = /^[\s,;:|&?.=>+-]*$/;

/**
 * The code values one after the other.
 * @param separator between them: signs and blanks, or code, such as ts` else `
 * @throws for anything else: a bug of ours, or of a helper
 */
export function joinCode(
  parts: readonly Code<Exclude<CodeKind, "markdown">>[],
  separator: string | Code<Exclude<CodeKind, "markdown">>,
): Expression {
  const wrong = Array.from<unknown>(parts).find((part) => !isCode(part) || part.language !== "ts");
  if (wrong !== undefined) throw new TypeError("joinCode is for code values alone");
  const between = typeof separator === "string" ? separator : separator.text;
  if (typeof separator === "string" ? !SEPARATOR.test(separator) : !isCode(separator))
    throw new TypeError("joinCode takes signs or code between code values");
  return createCode("expression", parts.map((part) => part.text).join(between));
}

/** Text of a type that `types/` printed. The producer is trusted: never pass text of a document. */
export function typeExpression(text: string): TypeExpression {
  return createCode("type-expression", text);
}

/** Text of one or more declarations that `types/` printed. The producer is trusted: never pass text of a document. */
export function declaration(text: string): Declaration {
  return createCode("declaration", text);
}
