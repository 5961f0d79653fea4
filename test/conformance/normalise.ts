/**
 * What a form can carry of a value: `decode(encode(x))` is `normalise(x)`. Written from the specifications, not from the
 * encoders; each rule says what forms have no text for. The rules are the documentation of what round trips lose.
 */
import type { Dialect, FormShape, Property, Shape } from "./form-shape.js";

/** Stands for what leaves no trace in the text. */
const nothing = Symbol("nothing");

/** How a value stands in the text. */
type Way =
  /** A scalar as text; JSON text. */
  | { readonly kind: "text"; readonly hasTriples: boolean }
  | { readonly kind: "json"; readonly hasNull: boolean; readonly hasTriples: boolean }
  /** A pair for each item, all of one name. */
  | { readonly kind: "pairs"; readonly item: Way }
  /** One text, with separators. */
  | { readonly kind: "joined"; readonly separator: "," | " " | "|"; readonly hasTriples: boolean }
  /** Members beside the properties of the form. */
  | { readonly kind: "flat"; readonly hasTriples: boolean }
  /** `name[member]`; lists with indices, with empty brackets, with none, or joined by commas. */
  | { readonly kind: "nested"; readonly lists: Exclude<Dialect, "json">; readonly hasTriples: boolean }
  /** Told at run time; the text of a list or an object may not show that it is one. */
  | { readonly kind: "any"; readonly isHidden: boolean };

export interface Normal {
  readonly value: unknown;
  /** The text of the normal value is not that of the value itself, though it means the same. */
  readonly isRewritten: boolean;
  /** Names of required properties that leave no trace: a decoder may say that they are missing. */
  readonly missing: readonly string[];
  /** What the text means cannot be told; only the text itself can be compared. */
  readonly isAmbiguous: boolean;
}

/** Notes of what happened on the way. */
interface Notes {
  isRewritten: boolean;
  isAmbiguous: boolean;
  readonly missing: string[];
}

/**
 * The value that a form carries.
 * @param form its schema and how it is written
 * @param value allowed by the schema
 */
export function normalise({ properties, dialect }: FormShape, value: Readonly<Record<string, unknown>>): Normal {
  const notes: Notes = { isRewritten: false, isAmbiguous: false, missing: [] };
  const entries: (readonly [string, unknown])[] = [];
  for (const property of properties) {
    const { name, required } = property;
    if (!Object.hasOwn(value, name)) continue;
    const given = value[name];
    const way = wayOf(property, dialect);
    // Null has no text in a form (OpenAPI 3.1.2, Appendix B): it is left out, unless the document asks for JSON.
    const isLeftOut = given === null && !(way.kind === "json" && way.hasNull);
    const normal = isLeftOut ? nothing : normaliseAs(way, property.shape, given, notes);
    if (normal !== nothing) entries.push([name, normal]);
    else if (required) notes.missing.push(name);
  }
  const { isRewritten, isAmbiguous, missing } = notes;
  return { value: Object.fromEntries(entries), isRewritten, isAmbiguous, missing };
}

/** https://spec.openapis.org/oas/v3.1.2.html#encoding-object, and the dialects of the design where it is silent. */
function wayOf({ shape, encoding }: Property, dialect: Dialect | null): Way {
  const { style, explode, allowReserved = false, contentType } = encoding;
  const isScalar = shape.kind === "scalar" || shape.kind === "enum";
  // Style, explode and allowReserved: as a query parameter.
  if (style !== undefined || explode !== undefined || encoding.allowReserved !== undefined) {
    if (isScalar) return { kind: "text", hasTriples: allowReserved };
    if (shape.kind === "unknown") return { kind: "any", isHidden: style !== "deepObject" };
    const lists = dialect === null || dialect === "json" ? "indices" : dialect;
    if (style === "deepObject") return { kind: "nested", lists, hasTriples: allowReserved };
    if (explode === false) {
      const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
      return { kind: "joined", separator, hasTriples: allowReserved };
    }
    if (shape.kind !== "list") return { kind: "flat", hasTriples: allowReserved };
    return isTextOnly(shape.items)
      ? pairs({ kind: "text", hasTriples: allowReserved })
      : { kind: "nested", lists, hasTriples: allowReserved };
  }
  // A media type is that of each item of a list, and never applies to the list.
  const asked: Way = { kind: "json", hasNull: true, hasTriples: false };
  if (contentType !== undefined) return shape.kind === "list" ? pairs(asked) : asked;
  if (shape.kind === "unknown") return { kind: "any", isHidden: dialect === "comma" };
  if (isScalar) return text;
  if (dialect === "json") return json;
  if (dialect !== null) return { kind: "nested", lists: dialect, hasTriples: false };
  return shape.kind === "list" ? pairs(isTextOnly(shape.items) ? text : json) : json;
}

const text: Way = { kind: "text", hasTriples: false };
const json: Extract<Way, { kind: "json" }> = { kind: "json", hasNull: false, hasTriples: false };

function pairs(item: Way): Way {
  return { kind: "pairs", item };
}

function isTextOnly({ kind }: Shape): boolean {
  return kind === "scalar" || kind === "enum";
}

function normaliseAs(way: Way, shape: Shape, value: unknown, notes: Notes): unknown {
  switch (way.kind) {
    case "text":
      return asText(shape, value, way.hasTriples, notes);
    case "json":
      return asJson(value, way.hasTriples, notes);
    case "pairs":
      return asItems(way.item, shape, value, notes);
    case "joined":
      return asJoined(way, shape, value, notes);
    case "flat":
      return asMembers(shape, value, (member) => memberWay(member, way.hasTriples), notes);
    case "nested":
      return asNested(way, shape, value, notes, false);
    case "any":
      // Nothing is known of the value: its text is the same again, and that is all. Even that is not so where items are
      // joined by commas, which may belong to a text, or members stand by themselves, which may belong to anybody.
      notes.isAmbiguous = true;
      notes.isRewritten ||= way.isHidden && typeof value === "object";
      return value;
  }
}

function asText(shape: Shape, value: unknown, hasTriples: boolean, notes: Notes): unknown {
  // Zero has no sign in JavaScript's texts of numbers.
  if (typeof value === "number") return isUnion(shape) ? unionValue(shape, String(value)) : value + 0;
  if (typeof value === "boolean") return isUnion(shape) ? unionValue(shape, String(value)) : value;
  if (typeof value !== "string") return value;
  // UTF-8 has no lone surrogates: they become U+FFFD, as WHATWG's forms have it.
  const wellFormed = value.replace(/\p{Surrogate}/gu, "\ufffd");
  if (!hasTriples) return isUnion(shape) ? unionValue(shape, wellFormed) : wellFormed;
  // With allowReserved, what looks like a percent-encoded triple is one (RFC 6570, 3.2.3).
  const decoded = wellFormed.replace(
    /(?:%[\dA-F]{2})+/gi,
    (triples) => new URLSearchParams(`=${triples}`).get("") ?? "",
  );
  if (decoded !== wellFormed) notes.isRewritten = true;
  return isUnion(shape) ? unionValue(shape, decoded) : decoded;
}

function isUnion(shape: Shape): boolean {
  return shape.kind === "enum" || (shape.kind === "scalar" && shape.types.length > 1);
}

/** In a union of scalars `1` and "1" are one text: it is a string where strings are allowed, else of the type it looks like. */
function unionValue(shape: Shape, given: string): unknown {
  if (shape.kind === "enum") return shape.values.find((value) => String(value) === given) ?? given;
  if (shape.kind !== "scalar" || shape.types.includes("string")) return given;
  return given === "true" || given === "false" ? given === "true" : Number(given) + 0;
}

/** JSON has its own text for null, empty lists and lone surrogates, but neither for -0 nor for undefined. */
function asJson(value: unknown, hasTriples: boolean, notes: Notes): unknown {
  const written = JSON.stringify(value);
  // With allowReserved, what looks like a triple in the text is one.
  if (hasTriples && /%[\dA-F]{2}/i.test(written)) {
    notes.isAmbiguous = true;
    notes.isRewritten = true;
  }
  return JSON.parse(written) as unknown;
}

function asItems(way: Way, shape: Shape, value: unknown, notes: Notes): unknown {
  const items = shape.kind === "list" ? shape.items : shape;
  const normal = listOf(value)
    .map((item) => (item === null && way.kind !== "json" ? nothing : normaliseAs(way, items, item, notes)))
    .filter((item) => item !== nothing);
  // An empty list is no pair at all (RFC 6570, 2.3: an empty list is undefined).
  return normal.length === 0 ? nothing : normal;
}

/** Items, or names and values in turn; what is no scalar is JSON text. */
function asJoined(way: Extract<Way, { kind: "joined" }>, shape: Shape, value: unknown, notes: Notes): unknown {
  const part = (inner: Shape): Way =>
    isTextOnly(inner) ? { kind: "text", hasTriples: way.hasTriples } : { ...json, hasTriples: way.hasTriples };
  // Spaces and pipes are the same whether they separate or belong to a text; so are commas that stay as they are.
  const isTold = way.separator === "," && !way.hasTriples;
  if (shape.kind !== "list") {
    const texts = Object.entries(Object(value) as object).flatMap(([name, member]) => [name, asWritten(member)]);
    if (!isTold && texts.some((each) => each.includes(way.separator))) notes.isAmbiguous = true;
    return asMembers(shape, value, part, notes);
  }
  const items = asItems(part(shape.items), shape, value, notes);
  if (!isTold && listOf(value).some((item) => asWritten(item).includes(way.separator))) notes.isAmbiguous = true;
  return items;
}

function asWritten(item: unknown): string {
  return typeof item === "string" ? item : JSON.stringify(item);
}

/** Members by name; those that are null or leave no trace are left out, and an object of none leaves none itself. */
function asMembers(
  shape: Shape,
  value: unknown,
  wayOfMember: (shape: Shape) => Way,
  notes: Notes,
  isBracketed = false,
): unknown {
  const entries: (readonly [string, unknown])[] = [];
  for (const [name, member] of Object.entries(Object(value) as Readonly<Record<string, unknown>>)) {
    const inner = memberShape(shape, name);
    const way = wayOfMember(inner);
    const isLeftOut = member === null && !isBracketed;
    const normal = isLeftOut
      ? nothing
      : way.kind === "nested"
        ? asNested(way, inner, member, notes, isBracketed)
        : normaliseAs(way, inner, member, notes);
    // Keys are texts, too.
    if (normal !== nothing) entries.push([name.replace(/\p{Surrogate}/gu, "\ufffd"), normal]);
    else if (isRequired(shape, name)) notes.missing.push(name);
  }
  return entries.length === 0 ? nothing : Object.fromEntries(entries);
}

/** A member of an exploded object is a property of its own, without an encoding. */
function memberWay(shape: Shape, hasTriples: boolean): Way {
  if (isTextOnly(shape)) return { kind: "text", hasTriples };
  if (shape.kind === "list" && isTextOnly(shape.items)) return { kind: "joined", separator: ",", hasTriples };
  return { kind: "nested", lists: "indices", hasTriples };
}

function asNested(
  way: Extract<Way, { kind: "nested" }>,
  shape: Shape,
  value: unknown,
  notes: Notes,
  isBracketed: boolean,
): unknown {
  const { lists, hasTriples } = way;
  // Inside brackets null is an empty text (the design; Stripe reads it so). Where any string is allowed, an empty text is one.
  if (value === null || (value === "" && shape.nullable))
    return shape.kind === "scalar" && shape.types.includes("string") ? "" : null;
  if (isTextOnly(shape)) return asText(shape, value, hasTriples, notes);
  if (shape.kind !== "list") return asMembers(shape, value, () => way, notes, true);
  const [only, ...others] = listOf(value);
  // The same of a list that is one text.
  if (isBracketed && shape.nullable && only === "" && others.length === 0 && (lists === "comma" || lists === "repeat"))
    return null;
  if (lists === "comma") return asJoined({ kind: "joined", separator: ",", hasTriples }, shape, value, notes);
  // Without indices, items that have members or items themselves could not be told apart: they are JSON text …
  if (lists === "repeat")
    return asItems(
      isTextOnly(shape.items) ? { kind: "text", hasTriples } : { ...json, hasTriples },
      shape,
      value,
      notes,
    );
  const items = listOf(value).map((item) => asNested(way, shape.items, item, notes, true));
  const present = items.filter((item) => item !== nothing);
  // … and with empty brackets, they cannot: a member that the item before has not may belong to that.
  if (lists === "brackets" && !isTextOnly(shape.items) && present.length > 0) {
    notes.isAmbiguous = true;
    notes.isRewritten = true;
  }
  // An item without a trace is no item: those after it move up.
  if (present.length < items.length && present.length > 0) notes.isRewritten = true;
  return present.length === 0 ? nothing : present;
}

function memberShape(shape: Shape, name: string): Shape {
  if (shape.kind === "map") return shape.values;
  const found = shape.kind === "object" ? shape.members.find((member) => member.name === name)?.shape : undefined;
  return found ?? { kind: "unknown", nullable: true };
}

function isRequired(shape: Shape, name: string): boolean {
  return shape.kind === "object" && shape.members.some((member) => member.name === name && member.required);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
