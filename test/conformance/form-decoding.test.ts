/** What a server must make of texts that it did not write: the decoders of generated packages. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { functionOf } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { documentOf, readVectors, schemaFor, versions, type Version } from "./serialisation-case.js";
import { canonical, revived } from "./tagged-values.js";

interface DecodingCase {
  readonly id: string;
  readonly kind: "pairs" | "typed" | "parameter";
  readonly location: "form" | "query" | "path" | "header" | "cookie";
  readonly oas?: Version;
  readonly input: string;
  readonly schema?: JsonObject;
  readonly encoding?: JsonObject;
  readonly parameter?: JsonObject & { readonly name: string };
  readonly expectPairs?: readonly (readonly [string, string])[];
  readonly expectValue?: JsonValue;
  readonly expectAnyOf?: readonly JsonValue[];
  readonly expectAbsent?: boolean;
  readonly expectError?: boolean;
  readonly orError?: boolean;
  readonly anyResult?: boolean;
}

/** What every decoder answers. */
type Decoded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: unknown };

const cases = readVectors("form-decoding.json") as unknown as readonly DecodingCase[];
const withVersion = (each: DecodingCase, version: Version) => each.oas === undefined || each.oas === version;

describe.each(Object.keys(versions) as Version[])("OpenAPI %s", (version) => {
  const operations = new Map(
    cases.filter((each) => withVersion(each, version)).map((each, index) => [each, `c${index}`]),
  );
  const forms = [...operations].filter(([{ kind }]) => kind !== "parameter");
  const parameters = [...operations].filter(([{ kind }]) => kind === "parameter");
  let generated: GeneratedPackage | undefined;
  const load = async (module: string) => (await generated?.load(module)) ?? {};

  beforeAll(async () => {
    const paths = [...operations].map(([each, operationId]) => pathOf(each, operationId, version));
    generated = await generatePackage(documentOf(version, Object.fromEntries(paths)));
  });
  afterAll(async () => {
    await generated?.remove();
  });

  it.each(forms.map(([each, operation]) => ({ ...each, operation })))("$kind: $id", async ({ operation, ...each }) => {
    const decode = functionOf(await load("forms/index"), `decode${operation.toUpperCase()}Form`);
    judge(each, decode(each.input) as Decoded, (value) => value);
  });

  it.each(parameters.map(([each, operation]) => ({ ...each, operation })))(
    "$kind: $id",
    async ({ operation, ...each }) => {
      const decode = functionOf(await load("requests/index"), `decode${operation.toUpperCase()}Request`);
      const sections = { query: "query", path: "path", header: "headers", cookie: "cookies", form: "body" };
      judge(each, (await decode(requestOf(each, operation))) as Decoded, (value) =>
        ownMember(ownMember(value, sections[each.location]), each.parameter?.name ?? ""),
      );
    },
  );
});

function pathOf(each: DecodingCase, operationId: string, version: Version): readonly [string, JsonObject] {
  const responses = { 204: { description: "Done" } };
  if (each.kind === "parameter") {
    const parameters = [schemaFor(version, each.parameter ?? {})];
    const path = each.location === "path" ? `/{${each.parameter?.name ?? ""}}` : "";
    return [`/${operationId}${path}`, { get: { operationId, parameters, responses } }];
  }
  const schema = schemaFor(version, each.schema ?? schemaOfPairs(each.expectPairs ?? []));
  const mediaType = { schema, ...(each.encoding && { encoding: each.encoding }) };
  const requestBody = { required: true, content: { "application/x-www-form-urlencoded": mediaType } };
  return [`/${operationId}`, { post: { operationId, requestBody, responses } }];
}

/** A form of texts, with lists for the names that come more than once. */
function schemaOfPairs(pairs: readonly (readonly [string, string])[]): JsonObject {
  const text = { type: "string" };
  const properties = Object.entries(valueOfPairs(pairs)).map(
    ([name, value]) => [name, Array.isArray(value) ? { type: "array", items: text } : text] as const,
  );
  return { type: "object", properties: Object.fromEntries(properties) };
}

function valueOfPairs(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string | string[]>> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(
    [...values].map(([name, [first = "", ...rest]]) => [name, rest.length > 0 ? [first, ...rest] : first]),
  );
}

function requestOf({ location, input, parameter }: DecodingCase, operation: string): Request {
  const url = `https://test.example/${operation}`;
  switch (location) {
    case "query":
      return new Request(`${url}?${input}`);
    case "path":
      return new Request(`${url}/${input}`);
    default:
      return new Request(url, { headers: [[location === "cookie" ? "cookie" : (parameter?.name ?? ""), input]] });
  }
}

function ownMember(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function judge(each: DecodingCase, decoded: Decoded, pick: (value: unknown) => unknown): void {
  expect(Reflect.get({}, "x")).toBeUndefined();
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  if (!decoded.ok) {
    expect({ problems: decoded.problems, allowed: each.expectError ?? each.orError ?? false }).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) as string })]) as unknown,
      allowed: true,
    });
    return;
  }
  if (each.anyResult) return;
  const found = canonical(pick(decoded.value));
  if (each.expectError) throw new Error(`accepted as ${found}`);
  const { expectPairs, expectValue, expectAbsent } = each;
  const single = expectPairs ? valueOfPairs(expectPairs) : expectAbsent ? undefined : revived(expectValue ?? null);
  expect((each.expectAnyOf?.map(revived) ?? [single]).map(canonical)).toContain(found);
}
