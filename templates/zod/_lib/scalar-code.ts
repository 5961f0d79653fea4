/** The code of texts and numbers, and of values that a schema lists. */
import { joinCode, ts } from "openapi-exemplar/helpers";
import type { Expression, JsonSchema } from "openapi-exemplar/view";
import type { Context } from "./context.js";
import { countIn, int64In, type Json, numberIn, patternFlags, typesIn } from "./json.js";

/** Values, one of which it must be. */
export function valuesCode(values: readonly Json[], { rule }: Context): Expression {
  if (values.length === 0) return ts`z.never()`;
  const isPlain = values.every((value) => typeof value !== "object" || value === null);
  if (isPlain) return ts`z.literal(${values.length === 1 ? (values[0] ?? null) : values})`;
  return ts`z.unknown().refine(${rule("isOneOf")}(${values}), "must be one of the listed values")`;
}

/** How formats are said in Zod. Those that are not here, or that say nothing of a text, are not checked. */
const formats: ReadonlyMap<string, Expression> = new Map([
  ["date-time", ts`z.iso.datetime({ offset: true })`],
  ["date", ts`z.iso.date()`],
  ["duration", ts`z.iso.duration()`],
  ["email", ts`z.email({ pattern: z.regexes.html5Email })`],
  ["idn-email", ts`z.email({ pattern: z.regexes.unicodeEmail })`],
  ["hostname", ts`z.hostname()`],
  ["ipv4", ts`z.ipv4()`],
  ["ipv6", ts`z.ipv6()`],
  ["uri", ts`z.url()`],
  ["url", ts`z.url()`],
  ["uuid", ts`z.guid()`],
]);

/** A text. */
export function textCode(schema: JsonSchema, { options, rule }: Context): Expression {
  if (schema["x-exemplar-date"] === true) return ts`z.date()`;
  const { format, pattern } = schema;
  const known = options.formats && typeof format === "string" ? formats.get(format) : undefined;
  const least = countIn(schema["minLength"]) ?? 0;
  const most = countIn(schema["maxLength"]);
  let code = known ?? ts`z.string()`;
  if (least === 1) code = ts`${code}.min(1)`;
  if (typeof pattern === "string") {
    const flags = patternFlags(pattern);
    if (flags !== null) code = ts`${code}.regex(${regex(pattern, flags)})`;
  }
  if (least <= 1 && most === null) return code;
  // Zod counts UTF-16 units, JSON Schema characters.
  const length = most === null ? ts`${least}` : ts`${least}, ${most}`;
  return ts`${code}.refine(${rule("hasLength")}(${length}), ${`must have ${range(least, most)} characters`})`;
}

/** A pattern: its text stays a text. */
export function regex(pattern: string, flags: "u" | ""): Expression {
  return flags === "" ? ts`new RegExp(${pattern})` : ts`new RegExp(${pattern}, ${flags})`;
}

/** `2 to 5`, `at least 2`, `at most 5` */
export function range(least: number, most: number | null): string {
  if (most === null) return `at least ${least}`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}

/** A number or an integer. */
export function numberCode(schema: JsonSchema, isInteger: boolean, { rule }: Context): Expression {
  const int64 = int64In(schema);
  if (int64 === "bigint") return ts`z.bigint()${bounds(schema, true)}`;
  if (int64 === "string") {
    // Text beside it may be any.
    if (typesIn(schema).includes("string")) return ts`z.string()`;
    const digits = ts`${rule("isDigits")}(z.bigint()${bounds(schema, true)})`;
    return ts`z.string().refine(${digits}, "must be an integer that is allowed")`;
  }
  if (isInteger && schema["format"] === "int32") return ts`z.int32()${bounds(schema, false)}`;
  const code = ts`z.number()${bounds(schema, false)}`;
  // `z.int()` would refuse integers that a number does not hold exactly.
  return isInteger ? ts`${code}.refine(Number.isInteger, "must be an integer")` : code;
}

/** The keywords of bounds, the methods of Zod, and the integer that says the same of integers. */
const limits: readonly (readonly [string, Expression, (bound: number) => number])[] = [
  ["minimum", ts`gte`, Math.ceil],
  ["maximum", ts`lte`, Math.floor],
  ["exclusiveMinimum", ts`gt`, Math.floor],
  ["exclusiveMaximum", ts`lt`, Math.ceil],
];

/** Calls of methods, one after the other. */
function bounds(schema: JsonSchema, isBig: boolean): Expression {
  const calls = limits.flatMap(([keyword, method, round]) => {
    const said = schema[keyword];
    const bound = numberIn(said);
    if (bound === null || !Number.isFinite(bound)) return [];
    const value = !isBig ? bound : typeof said === "bigint" ? said : BigInt(round(bound));
    return [ts`.${method}(${value})`];
  });
  const step = numberIn(schema["multipleOf"]);
  const isStep = step !== null && step > 0 && Number.isFinite(step) && (!isBig || Number.isInteger(step));
  return joinCode([...calls, ...(isStep ? [ts`.multipleOf(${isBig ? BigInt(step) : step})`] : [])], "");
}
