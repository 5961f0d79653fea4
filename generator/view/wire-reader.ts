/** The inverse of `wire-writer.ts`: for each field the reader of `runtime/form-reader.ts` that gives its value back. */
import type { DelimitedContent, Scalar, WireField, WireSlot, WireValue } from "../model/wire.js";
import { convertedKinds } from "../model/converted-kinds.js";
import { parserOf, shapeExpression } from "./value-shape-view.js";
import { withDigits } from "./json-literal.js";
import { type Expression, type Identifier, joinCode, type LiteralValue, propertyKey, ts } from "./code.js";

/** Asks for a reader of the runtime. */
export type UseReader = (name: string, module?: string) => Identifier;

const modules: readonly (readonly [string, readonly string[]])[] = [
  ["scalar-reader", ["readText", "readNumber", "readInteger", "readBoolean", "readOneOf", "readJson"]],
  ["any-reader", ["readAny", "readEither"]],
  ["int64-reader", ["readBigint", "readDigits"]],
  ["date-reader", ["readDate", "readDateOrText"]],
  ["dates-reader", ["readDates"]],
  ["shaped-reader", ["readShapedJson"]],
];

/** Readers by name, from the modules that they stand in. */
export function readerUser(use: (module: string, name: string) => Identifier): UseReader {
  return (name, module) => use(module ?? modules.find(([, names]) => names.includes(name))?.[0] ?? "form-reader", name);
}

/** Readers by name: `{ email: required(readText), hosts: readInteger }`. */
export function fieldReaders(fields: readonly WireField[], known: readonly string[], use: UseReader): Expression {
  if (fields.length === 0) return ts`{}`;
  const members = fields.map((field) => ts`${propertyKey(field.name)}: ${fieldReader(field, false, known, use)}`);
  return ts`{ ${joinCode(members, ", ")} }`;
}

/** The reader of a field that is required, or not. */
export function fieldReader(
  { required, ...slot }: WireField,
  isBracketed: boolean,
  known: readonly string[],
  use: UseReader,
): Expression {
  const read = slotReader(slot, isBracketed, known, use);
  if (!required) return read;
  const { value } = slot;
  const isList = value.kind === "list" || (value.kind === "delimited" && value.content.kind === "list");
  if (isList) return ts`${use("orEmpty")}(${read})`;
  const object = value.kind === "object" ? value : value.kind === "delimited" ? value.content : null;
  // An object without members leaves no trace; one whose members are required says so member by member.
  if (object?.kind === "object") return ts`${use("orEmpty")}(${read}, ${membersReader(object, known, use)})`;
  return ts`${use("required")}(${read})`;
}

type ObjectContent = Extract<DelimitedContent, { kind: "object" }>;

function membersReader(
  { fields }: Pick<ObjectContent, "fields">,
  known: readonly string[],
  use: UseReader,
): Expression {
  return fieldReaders(
    fields.filter(({ required }) => required),
    known,
    use,
  );
}

/**
 * The reader of a value.
 * @param isBracketed inside of brackets null is written as an empty text; elsewhere others write it so
 * @param known names that members without brackets are not, since they belong to other fields
 */
export function slotReader(slot: WireSlot, isBracketed: boolean, known: readonly string[], use: UseReader): Expression {
  const read = valueReader(slot.value, known, use);
  const isNull = isBracketed
    ? !isAnyText(slot)
    : slot.value.kind === "text" && !slot.value.scalar.types.includes("string");
  return slot.nullable && isNull ? ts`${use("nullable")}(${read})` : read;
}

/** Whether an empty text is a text of its own. */
export function isAnyText({ value }: WireSlot): boolean {
  return value.kind === "text" && value.scalar.values === null && value.scalar.types.includes("string");
}

/** The reader of members that are not listed, and stand beside others: what has no structure has a name as it is. */
export function restReader(slot: WireSlot, known: readonly string[], use: UseReader): Expression {
  const read = slotReader(slot, false, known, use);
  const { value } = slot;
  const isWhole = ["text", "json"].includes(value.kind) || (value.kind === "any" && value.objects === "json");
  return isWhole ? ts`{ whole: ${read} }` : read;
}

function valueReader(how: WireValue, known: readonly string[], use: UseReader): Expression {
  switch (how.kind) {
    case "text":
      return scalarReader(how.scalar, use);
    case "json":
      return jsonReader(how, use);
    case "any":
      return anyReader(how, use);
    case "list":
      return ts`${use("readList")}(${slotReader(how.item, how.keys !== "same", known, use)})`;
    case "object": {
      const inBrackets = how.keys === "brackets";
      const members = how.fields.map(
        (field) => ts`${propertyKey(field.name)}: ${fieldReader(field, inBrackets, known, use)}`,
      );
      const fields = members.length > 0 ? ts`{ ${joinCode(members, ", ")} }` : ts`{}`;
      const rest = how.rest && (inBrackets ? slotReader(how.rest, true, known, use) : restReader(how.rest, known, use));
      if (inBrackets) return ts`${use("readObject")}(${fields}${rest ? ts`, ${rest}` : ts``})`;
      return ts`${use("readFlat")}(${fields}${rest ? ts`, ${rest}, ${known}` : ts``})`;
    }
    case "either": {
      const part = (value: WireValue | null) => (value === null ? ts`null` : valueReader(value, known, use));
      const scalar = how.scalar === null ? ts`null` : scalarReader(how.scalar, use);
      return ts`${use("readEither")}(${scalar}, ${part(how.list)}, ${part(how.object)})`;
    }
    case "delimited":
      return delimitedReader(how, known, use);
  }
}

function anyReader({ types, shape }: Extract<WireValue, { kind: "any" }>, use: UseReader): Expression {
  const read = ts`${use("readAny")}(${types})`;
  if (shape === null || !convertedKinds(shape).dates) return read;
  return ts`${use("readDates")}(${read}, ${shapeExpression(shape, (module, name) => use(name, module))})`;
}

function delimitedReader(
  { separator, content }: Extract<WireValue, { kind: "delimited" }>,
  known: readonly string[],
  use: UseReader,
): Expression {
  if (content.kind === "list")
    return ts`${use("readDelimited")}(${separator}, ${slotReader(content.item, false, known, use)})`;
  const fields = fieldReaders(content.fields, known, use);
  const rest = content.rest ? ts`, ${slotReader(content.rest, false, known, use)}` : ts``;
  return ts`${use("readDelimitedObject")}(${separator}, ${fields}${rest})`;
}

/** The reader of JSON text. */
export function jsonReader(
  { types, shape }: Pick<Extract<WireValue, { kind: "json" }>, "types" | "shape">,
  use: UseReader,
): Expression {
  if (shape === null) return ts`${use("readJson")}(${types})`;
  const other = (module: string, name: string) => use(name, module);
  return ts`${use("readShapedJson")}(${types}, ${parserOf([shape], other)}, ${shapeExpression(shape, other)})`;
}

export function scalarReader({ types, values, format }: Scalar, use: UseReader): Expression {
  if (values !== null) {
    const printed = values.map((value): LiteralValue => (format === "int64-bigint" ? value : withDigits(value)));
    return ts`${use("readOneOf")}(${printed})`;
  }
  if (format?.startsWith("int64") && types.every((type) => type === "integer" || type === "number"))
    return ts`${use(format === "int64-bigint" ? "readBigint" : "readDigits")}`;
  if (format === "date-time") return ts`${use("readDate")}`;
  if (format === "date-time-or-text") return ts`${use("readDateOrText")}`;
  const [only, ...others] = types;
  if (only === undefined || types.includes("string")) return ts`${use("readText")}`;
  if (others.length > 0) return ts`${use("readAny")}(${types})`;
  return ts`${use(only === "boolean" ? "readBoolean" : only === "integer" ? "readInteger" : "readNumber")}`;
}
