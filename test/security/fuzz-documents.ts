/** Documents for fuzzing: valid, nearly valid, and bytes that only look like a document. */
import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  jsonObject,
  writeJson,
} from "../../generator/document/json.js";
import { randomDocument } from "../corpus/random-document.js";
import { anyText } from "../view/hostile-texts.js";
import { type Position, positionsOf, withText } from "./positions.js";

export interface FuzzDocument {
  readonly kind: "valid" | "nearly valid" | "bytes";
  readonly name: "openapi.json" | "openapi.yml";
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A document to start from: as it was written, and what it says. */
export interface Seed {
  readonly text: string;
  readonly value: JsonObject;
}

/** What stands in a wrong place, has the wrong type, or leads nowhere or round in a circle. */
const wrong = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    "",
    "x",
    [],
    {},
    [null],
    [[]],
    { $ref: "#/nowhere" },
    { $ref: "#" },
    { $ref: "#/paths" },
    { $ref: "other.yml#/x" },
    { $ref: "https://127.0.0.1/x.yml" },
    { $ref: 5 },
    { $ref: "#/components/schemas/Pet" },
    { type: "array" },
    { type: ["string", "null"], enum: [] },
    { allOf: [{ $ref: "#/components/schemas/Pet" }] },
    { oneOf: [], anyOf: [{}], not: {} },
    { pattern: "(" },
    { pattern: "^(a+)+$", minLength: 30 },
    { minimum: 5, maximum: 1 },
    { minItems: 1e9, type: "array" },
    { minLength: 1e9, type: "string" },
    { __proto__: null, constructor: {} },
    9007199254740993n,
  ),
  anyText,
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as JsonValue),
);

type Mutation = (document: JsonValue) => JsonValue;

/** One change somewhere: text for text, a key renamed, a part dropped, doubled, replaced, or put in another place. */
const mutation: fc.Arbitrary<Mutation> = fc
  .record({ at: fc.nat(), to: fc.nat(), kind: fc.nat(5), value: wrong, text: anyText })
  .map(({ at, to, kind, value, text }): Mutation => {
    return (document) => {
      const positions = positionsOf(document);
      const [here, there] = [pick(positions, at), pick(positions, to)];
      if (here === undefined || there === undefined) return document;
      if (kind === 0) return withText(document, here, text);
      if (kind === 1) return withText(document, here, there.path.at(-1) ?? "");
      if (kind === 2) return withPart(document, here.path, undefined);
      if (kind === 3) return withPart(document, here.path, partAt(document, there.path) ?? null);
      return withPart(document, here.path, value);
    };
  });

function pick(positions: readonly Position[], number: number): Position | undefined {
  return positions[number % Math.max(positions.length, 1)];
}

function partAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let part: JsonValue | undefined = value;
  for (const key of path)
    part = isJsonArray(part)
      ? part[Number(key)]
      : isJsonObject(part) && Object.hasOwn(part, key)
        ? part[key]
        : undefined;
  return part;
}

/** The value with another part at a path; without it, where that is undefined. */
function withPart(value: JsonValue, [first, ...rest]: readonly string[], part: JsonValue | undefined): JsonValue {
  if (first === undefined) return part ?? null;
  const change = ([key, inner]: readonly [string, JsonValue]): readonly (readonly [string, JsonValue])[] => {
    if (key !== first) return [[key, inner]];
    if (rest.length > 0) return [[key, withPart(inner, rest, part)]];
    return part === undefined ? [] : [[key, part]];
  };
  if (isJsonArray(value))
    return Object.entries<JsonValue>(value)
      .flatMap(change)
      .map(([, item]) => item);
  return isJsonObject(value) ? jsonObject(Object.entries(value).flatMap(change)) : value;
}

const valid = randomDocument.map((value): FuzzDocument => fromValue("valid", value));

function nearlyValid(seeds: readonly Seed[]): fc.Arbitrary<FuzzDocument> {
  const origin = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...seeds.map(({ value }) => value)) },
    { weight: 1, arbitrary: randomDocument },
  );
  return fc
    .record({ origin, mutations: fc.array(mutation, { minLength: 1, maxLength: 5 }) })
    .map(({ origin: value, mutations }) =>
      fromValue(
        "nearly valid",
        mutations.reduce((document: JsonValue, mutate) => mutate(document), value),
      ),
    );
}

function fromValue(kind: FuzzDocument["kind"], value: JsonValue): FuzzDocument {
  return { kind, name: "openapi.json", bytes: new TextEncoder().encode(writeJson(value)) };
}

/** What YAML gives a meaning. */
const pieces = fc.oneof(
  fc.constantFrom(
    ..."\t \n\r:-?[]{}#&*!|>'\"%@`,\u0000\ufeff".split(""),
    ...["\n  ", "&a ", "*a", "<<: *a", "!!binary ", "--- ", "%YAML 1.1\n", "? ", "- - - ", "{".repeat(300), "\u2028"],
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

function bytes(seeds: readonly Seed[]): fc.Arbitrary<FuzzDocument> {
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fc.nat(),
    length: fc.nat(30),
    text: fc.oneof(fc.constant(""), pieces),
  });
  const edited = fc
    .record({
      text: fc.constantFrom(...seeds.map((seed) => seed.text)),
      edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    })
    .map(({ text, edits }) => {
      const result = edits.reduce((before, { at, length, text: piece }) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + piece + before.slice(start + length);
      }, text);
      return new TextEncoder().encode(result);
    });
  const noise = fc.uint8Array({ maxLength: 400 }).map((array) => Uint8Array.from(array));
  return fc
    .oneof({ weight: 5, arbitrary: edited }, { weight: 1, arbitrary: noise })
    .map((content): FuzzDocument => ({ kind: "bytes", name: "openapi.yml", bytes: content }));
}

/** Any of the three kinds. */
export function fuzzDocument(seeds: readonly Seed[]): fc.Arbitrary<FuzzDocument> {
  return fc.oneof(
    { weight: 3, arbitrary: valid },
    { weight: 6, arbitrary: nearlyValid(seeds) },
    { weight: 3, arbitrary: bytes(seeds) },
  );
}
