/** Random values that a form's schema allows. */
import fc from "fast-check";
import { type FormShape, isFlat, type Member, memberName, type ScalarType, type Shape } from "./form-shape.js";

/** Where nothing is known of an object, members whose names are numbers would be items. */
const nameOfUnknown = memberName.filter((name) => !/^\d+$/.test(name));

const awkwardTexts = [
  "",
  " ",
  "a,b",
  "a|b",
  "a b",
  "a+b",
  "50%",
  "%2F",
  "a&b=c",
  "[x]",
  "null",
  "true",
  "1",
  "\r\n",
  "é😀",
  "\ud800",
  "{}",
];
const text = fc.oneof(
  fc.constantFrom(...awkwardTexts),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1e21, 1e-7, 0.1));

/** Values that a form's schema allows. */
export function formValue({ properties }: FormShape): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const besideOthers = properties.filter(({ shape, encoding }) => shape.kind === "map" && isFlat(encoding));
  return objectValue(properties).map((value) => {
    const apart = besideOthers.flatMap(({ name }) => {
      const map = Object.hasOwn(value, name) ? value[name] : null;
      return typeof map === "object" && map !== null ? [[name, withSuffix(map)] as const] : [];
    });
    return Object.fromEntries([...Object.entries(value), ...apart]);
  });
}

function withSuffix(map: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).map(([key, member]) => [`${key}~m`, member]));
}

function objectValue(members: readonly Member[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const entries = members.map(({ name, shape, required }) => {
    const present = valueOf(shape).map((value) => [[name, value] as const]);
    return required ? present : fc.oneof({ weight: 3, arbitrary: present }, fc.constant([]));
  });
  return fc.tuple(...entries).map((each) => Object.fromEntries(each.flat()));
}

function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  const present = presentValue(shape);
  return shape.nullable ? fc.oneof({ weight: 4, arbitrary: present }, fc.constant(null)) : present;
}

function presentValue(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "scalar":
      return fc.oneof(...shape.types.map((type) => scalarValue(type)));
    case "enum":
      return fc.constantFrom(...shape.values);
    case "list":
      return fc.array(valueOf(shape.items), { maxLength: 3 });
    case "object":
      return objectValue(shape.members);
    case "map":
      return fc
        .uniqueArray(fc.tuple(memberName, valueOf(shape.values)), { selector: ([name]) => name, maxLength: 3 })
        .map((entries) => Object.fromEntries(entries));
    case "unknown":
      return fc.oneof(
        text,
        number,
        fc.boolean(),
        fc.array(text, { maxLength: 3 }),
        fc.dictionary(nameOfUnknown, number, { maxKeys: 2 }),
      );
  }
}

function scalarValue(type: ScalarType): fc.Arbitrary<unknown> {
  if (type === "string") return text;
  if (type === "boolean") return fc.boolean();
  return type === "integer" ? fc.maxSafeInteger() : number;
}
