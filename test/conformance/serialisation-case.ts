/** A case of `vectors/serialisation.json`: one operation, and what is right for it. */
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import type { MultipartBody, Part } from "./multipart-parts.js";

export type Location = "path" | "query" | "querystring" | "header" | "cookie" | "form" | "multipart";

/** The minor versions of OpenAPI that cases are run for, with the patch version of their documents. */
export const versions = { "3.0": "3.0.4", "3.1": "3.1.2", "3.2": "3.2.0" } as const;
export type Version = keyof typeof versions;

export interface ExpectedPart {
  readonly name: string;
  /** Acceptable ones, the preferred first; null is absent. */
  readonly filename: readonly (string | null)[];
  readonly contentType: readonly (string | null)[];
  readonly text?: string;
  readonly base64?: string;
}

export interface SerialisationCase {
  readonly id: string;
  readonly oas: Version;
  readonly alsoOas?: readonly Version[];
  readonly location: Location;
  readonly name: string | null;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly content?: string;
  readonly schema?: JsonObject;
  readonly parameters?: readonly JsonObject[];
  readonly template?: string;
  readonly encoding?: JsonObject;
  readonly value: JsonValue;
  readonly expect?: string;
  readonly expectAnyOf?: readonly string[];
  readonly expectError?: boolean;
  readonly orError?: boolean;
  readonly expectParts?: readonly ExpectedPart[];
  readonly altParts?: readonly (readonly ExpectedPart[])[];
  readonly expectRawContains?: readonly string[];
}

/** What became of a case: text, parts, or an error before anything was sent. */
export type Outcome = { readonly text: string } | { readonly multipart: MultipartBody } | { readonly error: string };

/** From best to worst. `lenient`: the same decoded pairs, but characters escaped that need not be, or the reverse. */
export const verdicts = ["preferred", "accepted", "lenient", "fail"] as const;
export type Verdict = (typeof verdicts)[number];

export const serialisationCases = readVectors("serialisation.json") as unknown as readonly SerialisationCase[];

/** A file of vectors, as it is in `test/vectors`. */
export function readVectors(name: string): readonly JsonObject[] {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8")) as readonly JsonObject[];
}

/** A document with these paths; operations answer with no content. */
export function documentOf(version: Version, paths: JsonObject): JsonObject {
  return {
    openapi: versions[version],
    info: { title: "Conformance", version: "1" },
    servers: [{ url: "https://test.example" }],
    paths,
  };
}

/** A path item with one operation, and the template it stands at. */
export function pathOf(each: SerialisationCase, operationId: string, version: Version): readonly [string, JsonObject] {
  const { location, template = "", encoding } = each;
  const schema = each.schema ?? {};
  const responses = { 204: { description: "Done" } };
  if (location === "form" || location === "multipart") {
    const mediaType = location === "form" ? "application/x-www-form-urlencoded" : "multipart/form-data";
    const content = { [mediaType]: { schema: schemaFor(version, schema), ...(encoding && { encoding }) } };
    return [`/${operationId}`, { post: { operationId, requestBody: { required: true, content }, responses } }];
  }
  const parameters = (each.parameters ?? [parameterOf(each, schema)]).map((parameter): JsonObject => ({
    ...(schemaFor(version, parameter) as JsonObject),
    ...(parameter["in"] === "path" && { required: true }),
  }));
  const path = location === "path" ? template || `/{${each.name ?? ""}}` : "";
  return [`/${operationId}${path}`, { get: { operationId, parameters, responses } }];
}

function parameterOf(
  { name, location, style, explode, allowReserved, content }: SerialisationCase,
  schema: JsonObject,
) {
  return {
    name,
    in: location,
    ...(content === undefined ? { schema } : { content: { [content]: { schema } } }),
    ...(style !== undefined && { style }),
    ...(explode !== undefined && { explode }),
    ...(allowReserved !== undefined && { allowReserved }),
  } as JsonObject;
}

/** A schema, or an object with schemas in it, as the version writes it: 3.0 has `nullable` for a type of "null". */
export function schemaFor(version: Version, value: JsonValue): JsonValue {
  if (version !== "3.0") return value;
  if (isJsonArray(value)) return value.map((item) => schemaFor(version, item));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, schemaFor(version, member)] as const);
  const { type, ...rest } = Object.fromEntries(entries);
  if (!isJsonArray(type)) return Object.fromEntries(entries);
  const types = type.filter((one) => one !== "null");
  if (types.length > 1) throw new Error("3.0 has one type a schema");
  return { type: types[0] ?? null, ...rest, ...(types.length < type.length && { nullable: true }) };
}

/** The input of the operation, with tagged values in it. */
export function inputOf({ location, name, parameters, value }: SerialisationCase): JsonObject {
  if (location === "form" || location === "multipart") return { body: value };
  const sections = { path: "path", query: "query", querystring: "query", header: "headers", cookie: "cookies" };
  return { [sections[location]]: parameters === undefined ? Object.fromEntries([[name ?? "", value]]) : value };
}

/** How good an outcome is. */
export function judge(each: SerialisationCase, outcome: Outcome): Verdict {
  if ("error" in outcome) return each.expectError ? "preferred" : each.orError ? "accepted" : "fail";
  if (each.expectError) return "fail";
  return "text" in outcome ? judgeText(each, outcome.text) : judgeParts(each, outcome.multipart);
}

function judgeText({ id, location, expect, expectAnyOf }: SerialisationCase, text: string): Verdict {
  const allowed = expectAnyOf ?? [expect ?? ""];
  if (text === allowed[0]) return "preferred";
  if (allowed.includes(text)) return "accepted";
  const isStrict =
    /allowReserved|^(chars-path|array-comma|array-pipe|array-space|table-pipe|table-space)/.test(id) ||
    (location !== "query" && location !== "form");
  return !isStrict && allowed.some((one) => lenient(one) === lenient(text)) ? "lenient" : "fail";
}

/** Escapes that carry no meaning, undone. */
function lenient(text: string): string {
  return text.replaceAll("+", "%20").replaceAll(/%[\dA-F]{2}/gi, (triple) => {
    const character = String.fromCharCode(Number.parseInt(triple.slice(1), 16));
    return "!'()*~[]|:@$/?".includes(character) ? character : triple.toUpperCase();
  });
}

function judgeParts(each: SerialisationCase, { raw, parts }: MultipartBody): Verdict {
  if (!(each.expectRawContains ?? []).every((piece) => raw.includes(piece))) return "fail";
  const expected = each.expectParts ?? [];
  if (partsEqual(parts, expected, (values) => values.slice(0, 1))) return "preferred";
  return [expected, ...(each.altParts ?? [])].some((list) => partsEqual(parts, list, (values) => values))
    ? "accepted"
    : "fail";
}

type Allowed = (values: readonly (string | null)[]) => readonly (string | null)[];

function partsEqual(parts: readonly Part[], expected: readonly ExpectedPart[], allowed: Allowed): boolean {
  if (parts.length !== expected.length) return false;
  return expected.every((wanted, index) => {
    const part = parts[index];
    if (part?.name !== wanted.name) return false;
    const content = wanted.base64 === undefined ? Buffer.from(wanted.text ?? "") : Buffer.from(wanted.base64, "base64");
    const types = allowed(wanted.contentType).map((type) => type?.toLowerCase() ?? null);
    return (
      content.equals(part.content) &&
      allowed(wanted.filename).includes(part.filename) &&
      types.includes(part.contentType?.toLowerCase() ?? null)
    );
  });
}
