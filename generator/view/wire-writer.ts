/**
 * Values written out as straight-line code: for each field of the schema the statements that send it, without looking
 * at anything at run time that is known here. What is not known is walked by `runtime/any-pairs.ts`.
 */
import { camelCase, type NameScope } from "../model/names.js";
import type { DateShape, DelimitedContent, Escape, Scalar, Separator, WireSlot, WireValue } from "../model/wire.js";
import type { ValueShape } from "../model/value-shape.js";
import { int64Input } from "./value-shape-view.js";
import { type Expression, type Identifier, identifier, joinCode, memberAccess, ts } from "./code.js";
import { brackets, escapeName, escapeSeparator } from "./wire-escape.js";

/** What a value is called in an error: known here, or an expression. */
type Path = string | Expression;

/** Where pairs go, and how they are escaped. */
export interface WireSink {
  readonly escape: Escape;
  /** What stands before each pair: `&` or `; `; nothing for parts. */
  readonly before: string;
  /** The value is all that there is, and has no name. */
  readonly nameless: boolean;
  /** The statement that sends a scalar that may be absent, where there is one in fewer words. */
  readonly scalar?: (key: Key, value: Expression) => Expression;
  /** The statement that sends a pair. */
  readonly pair: (key: Key, text: Expression | null) => Expression;
  /** The statement that sends what a walk at run time gives. */
  readonly walk: (key: Key, value: Expression, path: Path, how: WalkedValue) => Expression;
}

export type WalkedValue = Extract<WireValue, { kind: "any" }>;

/** A name in pieces: text as it stands on the wire, and expressions that give such text. */
export type Key = readonly (string | Expression)[];

export interface WriterContext {
  readonly sink: WireSink;
  /** Names of locals in the function that is being written. */
  readonly locals: NameScope;
  /** Asks for a value of a runtime module. */
  readonly use: (module: string, name: string) => Identifier;
}

/** Whether a member is there to be sent. */
export function presence({ nullable, value: how }: WireSlot, owner: Expression, name: string): Expression {
  const own = ownCheck(owner, name);
  const isNullSent = how.kind === "json" && how.nulls && nullable;
  return ts`${own}${owner}${memberAccess(name)} ${isNullSent ? ts`!== undefined` : ts`!= null`}`;
}

/** Names that every object inherits must be the object's own. */
function ownCheck(owner: Expression, name: string): Expression {
  return name in Object.prototype ? ts`Object.hasOwn(${owner}, ${name}) && ` : ts``;
}

/** A member of an object, by its name. */
export function writeMember(
  slot: WireSlot,
  owner: Expression,
  name: string,
  key: Key,
  path: string,
  context: WriterContext,
  isBracketed = false,
): Expression {
  const own = ownCheck(owner, name);
  return writeSlot(slot, ts`${owner}${memberAccess(name)}`, key, path, context, own, isBracketed);
}

/** A value that may be absent, or null. */
export function writeSlot(
  slot: WireSlot,
  value: Expression,
  key: Key,
  path: Path,
  context: WriterContext,
  own: Expression = ts``,
  isBracketed = false,
): Expression {
  const { nullable, value: how } = slot;
  if (how.kind === "json" && how.nulls && nullable)
    return ts`if (${own}${value} !== undefined) ${block(writeValue(how, value, key, path, context))}`;
  const statements = writeValue(how, value, key, path, context);
  if (!nullable || !isBracketed) return ts`if (${own}${value} != null) ${block(statements)}`;
  const empty = context.sink.pair(key, null);
  return ts`if (${own}${value} === null) ${empty}\nelse if (${own}${value} != null) ${block(statements)}`;
}

/** One statement as it is, several in braces. */
function block(statements: readonly Expression[]): Expression {
  const [only] = statements;
  // A declaration, or an `if` whose `else` would be taken for another's, needs braces.
  const isPlain = statements.length === 1 && only !== undefined && !/^(const|let|if) /.test(only.text);
  return isPlain ? only : ts`{\n${joinCode(statements, "\n")}\n}`;
}

/** The statements that send a value which is there. */
function writeValue(
  how: WireValue,
  value: Expression,
  key: Key,
  path: Path,
  context: WriterContext,
): readonly Expression[] {
  const { sink } = context;
  switch (how.kind) {
    case "text":
      return [sink.pair(key, textOf(how.scalar, value, path, context))];
    case "json":
      return [sink.pair(key, escaped(jsonOf(how, value, path, context), path, context))];
    case "any":
      return [sink.walk(key, value, path, how)];
  }
  // What has parts is never a member that is not listed: its path is known.
  if (typeof path !== "string") throw new Error("only what has no parts is called by an expression");
  switch (how.kind) {
    case "list":
      return writeList(how, value, key, path, context);
    case "object":
      return writeObject(how, value, key, path, context);
    case "either":
      return [writeEither(how, value, key, path, context)];
    case "delimited":
      return writeDelimited(how.separator, how.content, value, key, path, context);
  }
}

function writeList(
  how: Extract<WireValue, { kind: "list" }>,
  value: Expression,
  key: Key,
  path: string,
  context: WriterContext,
): readonly Expression[] {
  const list = ts`${context.use("structure", "listOf")}(${value}, ${path})`;
  const item = ts`${identifier(context.locals.claim("item"))}`;
  const inside = `${path}[]`;
  const [open, close] = brackets(context.sink.escape);
  if (how.keys !== "indices") {
    const itemKey = how.keys === "brackets" ? [...key, open + close] : key;
    const send = writeSlot(how.item, item, itemKey, inside, context, undefined, how.keys === "brackets");
    return [ts`for (const ${item} of ${list}) ${send}`];
  }
  const items = identifier(context.locals.claim(localName(path, "items")));
  const index = identifier(context.locals.claim("i"));
  // The number goes between two texts that are known: nothing is put together twice.
  const send = writeSlot(how.item, item, [...key, open, ts`${index}`, close], inside, context, undefined, true);
  const lines = [ts`const ${item} = ${items}[${index}];`, send];
  return [
    ts`const ${items} = ${list};`,
    ts`for (let ${index} = 0; ${index} < ${items}.length; ${index}++) {\n${joinCode(lines, "\n")}\n}`,
  ];
}

/** By the type that the value turns out to have. */
function writeEither(
  { scalar, list, object }: Extract<WireValue, { kind: "either" }>,
  value: Expression,
  key: Key,
  path: string,
  context: WriterContext,
): Expression {
  const written = (how: WireValue) => ts`{\n${joinCode(writeValue(how, value, key, path, context), "\n")}\n}`;
  const branches: Expression[] = [];
  const isLast = (others: readonly unknown[]) => others.every((other) => other === null);
  if (list !== null)
    branches.push(isLast([object, scalar]) ? written(list) : ts`if (Array.isArray(${value})) ${written(list)}`);
  if (object !== null)
    branches.push(scalar === null ? written(object) : ts`if (typeof ${value} === "object") ${written(object)}`);
  if (scalar !== null) branches.push(written({ kind: "text", scalar }));
  return joinCode(branches, ts` else `);
}

function writeObject(
  how: Extract<WireValue, { kind: "object" }>,
  value: Expression,
  key: Key,
  path: string,
  context: WriterContext,
): readonly Expression[] {
  const checked = ts`${context.use("structure", "objectOf")}(${value}, ${path})`;
  // What has a short name already needs no other.
  if (/^\w+$/.test(value.text)) return [ts`${checked};`, ...writeMembers(how, value, key, path, context)];
  const local = ts`${identifier(context.locals.claim(localName(path, "member")))}`;
  return [ts`const ${local} = ${checked};`, ...writeMembers(how, local, key, path, context)];
}

/** The members of an object that is known to be one. */
export function writeMembers(
  { keys, fields, rest }: Pick<Extract<WireValue, { kind: "object" }>, "keys" | "fields" | "rest">,
  owner: Expression,
  key: Key,
  path: string,
  context: WriterContext,
): readonly Expression[] {
  const { escape, before } = context.sink;
  const [open, close] = brackets(escape);
  const inBrackets = keys === "brackets";
  const nameKey = (name: string): Key =>
    inBrackets ? [...key, open + escapeName(name, escape) + close] : [before + escapeName(name, escape)];
  const statements = fields.map((field) => {
    const inside = path === "" ? field.name : `${path}.${field.name}`;
    return writeMember(field, owner, field.name, nameKey(field.name), inside, context, inBrackets);
  });
  if (rest === null) return statements;
  const known = fields.map(({ name }) => name);
  return [...statements, writeRest(rest, known, owner, inBrackets ? key : null, path, context)];
}

/** Members that the schema does not list. */
export function writeRest(
  rest: WireSlot,
  known: readonly string[],
  owner: Expression,
  key: Key | null,
  path: string,
  context: WriterContext,
): Expression {
  const { escape, before } = context.sink;
  const [open, close] = brackets(escape);
  const name = ts`${identifier(context.locals.claim("name"))}`;
  const value = ts`${identifier(context.locals.claim("value"))}`;
  // The path of a member would be put together for each of them, and is read by nobody as long as all goes well.
  const inside: Path = path === "" ? name : path;
  const text = escaped(name, inside, context, true);
  const restKey: Key = key === null ? [before, text] : [...key, open, text, close];
  const send = writeSlot(
    { ...rest, value: restValue(rest.value) },
    value,
    restKey,
    inside,
    context,
    undefined,
    key !== null,
  );
  return ts`for (const [${name}, ${value}] of ${membersOf(owner, known, path, context)}) ${send}`;
}

/** The members of an object but for those that are known. What is a whole body may have the type `unknown`. */
function membersOf(owner: Expression, known: readonly string[], path: string, { use }: WriterContext): Expression {
  if (known.length === 0 && path !== "") return ts`Object.entries(${owner})`;
  const members = use("members-of", "membersOf");
  return known.length === 0 ? ts`${members}(${owner})` : ts`${members}(${owner}, ${known})`;
}

/** How a member is written that is not listed: one with parts by a walk at run time, as it would be written out. */
export function restValue(value: WireValue): WireValue {
  if (["text", "json", "any"].includes(value.kind)) return value;
  const isJson = value.kind === "either" && (value.object === null || value.object.kind === "json");
  return {
    kind: "any",
    types: [],
    lists: listsIn(value) ?? "indices",
    separator: ",",
    objects: isJson ? "json" : "brackets",
    shape: null,
  };
}

/** How lists inside of a value are named; null where there are none. */
function listsIn(value: WireValue): WalkedValue["lists"] | null {
  switch (value.kind) {
    case "list":
      return value.keys;
    case "delimited":
      return "comma";
    case "json":
      return "json";
    case "any":
      return value.lists;
    case "either":
      return (value.list && listsIn(value.list)) ?? (value.object && listsIn(value.object));
    case "object": {
      const members = [...value.fields, ...(value.rest === null ? [] : [value.rest])];
      return members.map((member) => listsIn(member.value)).find((lists) => lists !== null) ?? null;
    }
    case "text":
      return null;
  }
}

function writeDelimited(
  separator: Separator,
  content: DelimitedContent,
  value: Expression,
  key: Key,
  path: string,
  context: WriterContext,
): readonly Expression[] {
  const { sink } = context;
  const between = escapeSeparator(separator, sink.escape);
  const text = ts`${identifier(context.locals.claim("text"))}`;
  // Where the separator and the data look the same on the wire, data that has one cannot be told apart.
  const isAmbiguous = separator !== "," || !["form", "uri"].includes(sink.escape);
  const part = (slot: WireSlot, item: Expression, inside: Path, before: Key, own = ts``): Expression => {
    const plain = plainText(slot.value, item, inside, context);
    const safe = isAmbiguous ? ts`${context.use("item-text", "itemText")}(${plain}, ${separator}, ${inside})` : plain;
    return ts`if (${own}${item} != null) ${text} += ${concat([...before, escaped(safe, inside, context)])};`;
  };
  const statements = [ts`let ${text} = ${""};`];
  if (content.kind === "list") {
    const item = ts`${identifier(context.locals.claim("item"))}`;
    const list = ts`${context.use("structure", "listOf")}(${value}, ${path})`;
    statements.push(ts`for (const ${item} of ${list}) ${part(content.item, item, `${path}[]`, [between])}`);
  } else {
    const local = ts`${identifier(context.locals.claim(localName(path, "member")))}`;
    statements.push(ts`const ${local} = ${context.use("structure", "objectOf")}(${value}, ${path});`);
    for (const field of content.fields) {
      const before = between + escapeName(field.name, sink.escape) + between;
      const member = ts`${local}${memberAccess(field.name)}`;
      statements.push(part(field, member, `${path}.${field.name}`, [before], ownCheck(local, field.name)));
    }
    if (content.rest !== null) {
      const name = ts`${identifier(context.locals.claim("name"))}`;
      const member = ts`${identifier(context.locals.claim("value"))}`;
      const checked = isAmbiguous ? ts`${context.use("item-text", "itemText")}(${name}, ${separator}, ${path})` : name;
      const send = part(content.rest, member, path, [between, escaped(checked, path, context, true), between]);
      const known = content.fields.map((field) => field.name);
      statements.push(ts`for (const [${name}, ${member}] of ${membersOf(local, known, path, context)}) ${send}`);
    }
  }
  const sent = sink.pair(key, ts`${text}.slice(${between.length})`);
  return [...statements, ts`if (${text} !== ${""}) ${sent}`];
}

/** A value that is one text, before it is escaped. */
function plainText(how: WireValue, value: Expression, path: Path, context: WriterContext): Expression {
  if (how.kind === "text") return formatted(how.scalar, value, path, context);
  if (how.kind === "json") return jsonOf(how, value, path, context);
  return ts`${context.use("any-text", "anyText")}(${value}, ${path})`;
}

function textOf(scalar: Scalar, value: Expression, path: Path, context: WriterContext): Expression {
  return escaped(formatted(scalar, value, path, context), path, context);
}

/** Whether a scalar has no format that it may be given without. */
export function isWrittenAsIs({ format }: Scalar): boolean {
  return format === null || /^(int64|date-time)/.test(format);
}

/** A scalar in the format of its schema, where it may be given as something else than text. */
export function formatted(
  scalar: Scalar,
  value: Expression,
  path: Path,
  context: Pick<WriterContext, "use">,
): Expression {
  if (isWrittenAsIs(scalar)) return value;
  if (scalar.format === "date") return ts`${context.use("scalar-text", "dateOnly")}(${value}, ${path})`;
  return ts`${context.use("base64-text", scalar.format === "base64" ? "base64Text" : "base64UrlText")}(${value})`;
}

/** JSON text, with the places where a `Date` is a day, and where text is an integer. */
export function jsonOf(
  { dates, shape }: { readonly dates: DateShape | null; readonly shape: ValueShape | null },
  value: Expression,
  path: Path,
  context: Pick<WriterContext, "use">,
): Expression {
  return ts`${context.use("json-text", "jsonText")}(${int64Input(shape, value, path, context)}, ${path}${dates === null ? ts`` : ts`, ${dates}`})`;
}

const escapers = {
  form: ["form-text", "formText"],
  uri: ["uri-text", "uriText"],
  reserved: ["uri-text", "reservedText"],
  cookie: ["cookie-text", "cookieText"],
  none: ["scalar-text", "scalarText"],
} as const satisfies Record<Escape, readonly [string, string]>;

/** The function that escapes values, or names, which never keep reserved characters. */
export function escaper(escape: Escape, context: Pick<WriterContext, "use">, isName = false): Identifier {
  const [module, name] = escapers[isName && escape === "reserved" ? "uri" : escape];
  return context.use(module, name);
}

function escaped(text: Expression, path: Path, context: WriterContext, isName = false): Expression {
  return ts`${escaper(context.sink.escape, context, isName)}(${text}, ${path})`;
}

/** `&shipping%5Bname%5D=` and what follows, joined by `+`; pieces that are known become one literal. */
export function concat(pieces: Key): Expression {
  const merged: (string | Expression)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === "string" && typeof last === "string") merged[merged.length - 1] = last + piece;
    else if (piece !== "") merged.push(piece);
  }
  return joinCode(
    merged.map((piece) => ts`${piece}`),
    " + ",
  );
}

/** A local for what stands at a path: `address` for `shipping.address`. */
function localName(path: string, fallback: string): string {
  return camelCase(
    path
      .split(/[.[\]]+/)
      .filter((part) => part !== "")
      .at(-1) ?? "",
    fallback,
  );
}
