/** Random forms for property tests: schemas, and how each property is to be written. */
import fc from "fast-check";
import type { JsonObject, JsonValue } from "../../generator/document/json.js";

export type ScalarType = "string" | "number" | "integer" | "boolean";
export type Dialect = "indices" | "brackets" | "repeat" | "comma" | "json";

/** What a value may be: a JSON Schema, told apart once. */
export type Shape = (
  | { readonly kind: "scalar"; readonly types: readonly ScalarType[]; readonly format?: string }
  | { readonly kind: "enum"; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: "list"; readonly items: Shape }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "map"; readonly values: Shape }
  | { readonly kind: "unknown" }
) & { readonly nullable: boolean };

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/** How the document says that a property is to be written; empty where it says nothing. */
export interface PropertyEncoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Property extends Member {
  readonly encoding: PropertyEncoding;
}

export interface FormShape {
  readonly properties: readonly Property[];
  /** The dialect of the operation, or null. */
  readonly dialect: Dialect | null;
}

const plainNames = ["a", "b", "id", "first name", "1st", "ключ", "❤️", "a.b", "a&b=c", "%41", "0", "x+y", "page-size"];
const namesOfObjects = ["__proto__", "constructor", "toString", "hasOwnProperty", "length"];
/** Names below which nothing can stand in brackets: they are empty, begin with a bracket or have empty ones. */
const namesOfTexts = ["f[]", "]", "[", ""];

/** Names of members: none with brackets in them, since nested names are made of brackets. */
export const memberName: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...plainNames, ...namesOfObjects) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter(isFreeOfBrackets) },
);
const propertyName = fc.oneof(
  { weight: 4, arbitrary: memberName },
  { weight: 1, arbitrary: fc.constantFrom("filter[name]", ...namesOfTexts) },
);

function isFreeOfBrackets(name: string): boolean {
  return !/[[\]]/.test(name);
}

const rarelyNullable = fc.integer({ min: 0, max: 4 }).map((each) => each === 0);

function scalar(isNullable: fc.Arbitrary<boolean>): fc.Arbitrary<Shape> {
  const formats = [undefined, "date", "date-time", "uuid", "byte", "password", "email"];
  const text = fc.constantFrom(...formats).map((format) => ({
    kind: "scalar" as const,
    types: ["string" as const],
    ...(format !== undefined && { format }),
  }));
  const single = fc
    .constantFrom<ScalarType>("number", "integer", "boolean")
    .map((type) => ({ kind: "scalar" as const, types: [type] }));
  const union = fc
    .constantFrom<readonly ScalarType[]>(["string", "integer"], ["number", "boolean"], ["string", "boolean", "number"])
    .map((types) => ({ kind: "scalar" as const, types }));
  const choice = fc
    .constantFrom<readonly (string | number | boolean)[]>(["x", "y z"], ["", "&"], [1, 2.5], ["1", "a"], [true])
    .map((values) => ({ kind: "enum" as const, values }));
  const any = fc.oneof({ weight: 3, arbitrary: text }, { weight: 3, arbitrary: single }, union, choice);
  return fc.tuple(any, isNullable).map(([shape, isNull]) => ({ ...shape, nullable: isNull }));
}

function membersOf(depth: number): fc.Arbitrary<readonly Member[]> {
  const each = fc.record({ name: memberName, shape: shapeOf(depth - 1), required: fc.boolean() });
  return fc.uniqueArray(each, { selector: ({ name }) => name, minLength: 1, maxLength: 4 });
}

/** @param depth how many lists and objects may stand inside each other */
function shapeOf(depth: number): fc.Arbitrary<Shape> {
  const single = scalar(rarelyNullable);
  if (depth === 0) return single;
  const inner = shapeOf(depth - 1);
  // An item that is null can be told from none only as JSON text.
  const list = fc
    .tuple(inner, rarelyNullable)
    .map(([items, isNull]): Shape => ({ kind: "list", items: { ...items, nullable: false }, nullable: isNull }));
  const object = fc
    .tuple(membersOf(depth), rarelyNullable)
    .map(([members, isNull]): Shape => ({ kind: "object", members, nullable: isNull }));
  const map = fc
    .tuple(inner, rarelyNullable)
    .map(([values, isNull]): Shape => ({ kind: "map", values, nullable: isNull }));
  return fc.oneof({ weight: 3, arbitrary: single }, { weight: 2, arbitrary: list }, object, map);
}

const encodings: fc.Arbitrary<PropertyEncoding> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ contentType: "application/json" }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<PropertyEncoding>(
      { style: "form" },
      { style: "form", explode: false },
      { explode: false },
      { style: "deepObject", explode: true },
      { style: "deepObject" },
      { style: "spaceDelimited", explode: false },
      { style: "pipeDelimited", explode: false },
      { allowReserved: true },
      { allowReserved: true, explode: false },
    ),
  },
);

/** A form whose text says which property each pair belongs to. */
export const formShape: fc.Arbitrary<FormShape> = fc
  .record({
    dialect: fc.constantFrom<Dialect | null>(null, null, "indices", "brackets", "repeat", "comma", "json"),
    properties: fc.uniqueArray(
      fc.record({
        name: propertyName,
        shape: fc.oneof({ weight: 9, arbitrary: shapeOf(2) }, fc.constant<Shape>({ kind: "unknown", nullable: true })),
        required: fc.boolean(),
        encoding: encodings,
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
    ),
  })
  .map(withoutClashes);

/**
 * The members of an object in the style `form`, exploded, stand beside the properties: they get names of their own, and
 * only one map does so. A property named `a[b]` is left out beside a property `a`.
 */
function withoutClashes({ dialect, properties }: FormShape): FormShape {
  const names = properties.map(({ name }) => name);
  const clashes = (name: string) => names.some((other) => other !== name && name.startsWith(`${other}[`));
  let flatMaps = 0;
  return {
    dialect,
    properties: properties
      .filter(({ name }) => !clashes(name))
      .filter(
        ({ name, shape }) => !namesOfTexts.includes(name) || isText(shape) || (dialect === null && isTexts(shape)),
      )
      .map((property, index): Property => {
        const { shape, encoding } = property;
        if (!isFlat(encoding)) return property;
        if (shape.kind === "object")
          return {
            ...property,
            shape: { ...shape, members: shape.members.map((each) => ({ ...each, name: `${each.name}~${index}` })) },
          };
        return shape.kind === "map" && flatMaps++ > 0 ? { ...property, encoding: { style: "deepObject" } } : property;
      }),
  };
}

function isText({ kind }: Shape): boolean {
  return kind === "scalar" || kind === "enum";
}

function isTexts(shape: Shape): boolean {
  return shape.kind === "list" && isText(shape.items);
}

/** True where members of an object have the names of properties: style form, exploded. */
export function isFlat({ style, explode, allowReserved }: PropertyEncoding): boolean {
  if (style === undefined && explode === undefined && allowReserved === undefined) return false;
  return (style ?? "form") === "form" && explode !== false;
}

/** The media type object of a form. */
export function mediaTypeOf({ properties, dialect }: FormShape): JsonObject {
  const encoding = properties.filter((each) => Object.keys(each.encoding).length > 0);
  return {
    schema: schemaOf({ kind: "object", members: properties, nullable: false }),
    ...(encoding.length > 0 && {
      encoding: Object.fromEntries(encoding.map((each) => [each.name, { ...each.encoding }] as const)),
    }),
    ...(dialect !== null && { "x-exemplar-form-dialect": dialect }),
  };
}

function schemaOf(shape: Shape): JsonObject {
  const withNull = (...types: readonly string[]): JsonValue => {
    const all = shape.nullable ? [...types, "null"] : types;
    return all.length === 1 ? (all[0] ?? null) : all;
  };
  switch (shape.kind) {
    case "scalar":
      return { type: withNull(...shape.types), ...(shape.format !== undefined && { format: shape.format }) };
    case "enum":
      return { enum: [...shape.values, ...(shape.nullable ? [null] : [])] };
    case "list":
      return { type: withNull("array"), items: schemaOf(shape.items) };
    case "map":
      return { type: withNull("object"), additionalProperties: schemaOf(shape.values) };
    case "object": {
      const required = shape.members.flatMap(({ name, required: isRequired }) => (isRequired ? [name] : []));
      const properties = shape.members.map((each) => [each.name, schemaOf(each.shape)] as const);
      const schema = { type: withNull("object"), properties: Object.fromEntries(properties) };
      return required.length > 0 ? { ...schema, required } : schema;
    }
    case "unknown":
      return {};
  }
}
