/** The dialects of nested forms: chosen by the config, or by the document, for all forms or for one property. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Config } from "../../generator/config.js";
import type { JsonObject } from "../../generator/document/json.js";
import { functionOf } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { documentOf } from "./serialisation-case.js";

const dialects = [
  ["indices", "tags[0]=x&tags[1]=a,b&o[k]=v&items[0][b]=1&same=x,y"],
  ["brackets", "tags[]=x&tags[]=a,b&o[k]=v&items[][b]=1&same=x,y"],
  ["repeat", 'tags=x&tags=a,b&o[k]=v&items={"b":1}&same=x,y'],
  ["comma", 'tags=x,a%2Cb&o[k]=v&items={"b":1}&same=x,y'],
  ["json", 'tags=["x","a,b"]&o={"k":"v"}&items=[{"b":1}]&same=x,y'],
] as const;
type Dialect = (typeof dialects)[number][0];

const extension = "x-exemplar-form-dialect";
const text = { type: "string" };
const properties = {
  tags: { type: "array", items: text },
  o: { type: "object", properties: { k: text } },
  items: { type: "array", items: { type: "object", properties: { b: { type: "integer" } } } },
  same: { type: "array", items: text },
};
const body = { tags: ["x", "a,b"], o: { k: "v" }, items: [{ b: 1 }], same: ["x", "y"] };

/** A form; the document's own encoding of `same` wins over every dialect. */
function pathsOf(name: string, places: Partial<Record<"operation" | "media" | "property", Dialect>>): JsonObject {
  const at = (place: keyof typeof places): JsonObject => ({ ...(places[place] && { [extension]: places[place] }) });
  const schemas = Object.entries(properties).map(([key, schema]) => [key, { ...schema, ...at("property") }] as const);
  const media = {
    schema: { type: "object", properties: Object.fromEntries(schemas) },
    encoding: { same: { style: "form", explode: false } },
    ...at("media"),
  };
  const requestBody = { required: true, content: { "application/x-www-form-urlencoded": media } };
  const responses = { 204: { description: "Done" } };
  return { [`/${name}`]: { post: { operationId: name, requestBody, responses, ...at("operation") } } };
}

/** What is sent, with only those escapes undone that the table above is easier to read without. */
async function textOf(generated: GeneratedPackage | undefined, name: string): Promise<string> {
  const module = (await generated?.load("forms/index")) ?? {};
  const suffix = `${name.charAt(0).toUpperCase()}${name.slice(1)}Form`;
  const sent = String(functionOf(module, `encode${suffix}`)(body));
  expect(functionOf(module, `decode${suffix}`)(sent)).toEqual({ ok: true, value: body });
  // A comma that is escaped in a list of commas is shown so; in others it stands for itself.
  return name.startsWith("comma") ? sent.replace(/%(5B|5D|7B|7D|22|3A)/g, unescape) : decodeURIComponent(sent);
}

function unescape(triple: string): string {
  return decodeURIComponent(triple);
}

describe("in the document", () => {
  const places = ["operation", "media", "property"] as const;
  let generated: GeneratedPackage | undefined;
  beforeAll(async () => {
    const paths = dialects.flatMap(([dialect]) =>
      places.map((place) => pathsOf(`${dialect}${place}`, { [place]: dialect })),
    );
    generated = await generatePackage(documentOf("3.1", Object.assign({}, ...paths) as JsonObject));
  });
  afterAll(async () => {
    await generated?.remove();
  });

  it.each(dialects.flatMap(([dialect, expected]) => places.map((place) => ({ dialect, place, expected }))))(
    "$dialect, on the $place",
    async ({ dialect, place, expected }) => {
      expect(await textOf(generated, `${dialect}${place}`)).toBe(expected);
    },
  );
});

describe.each(dialects)("%s for all forms", (dialect, expected) => {
  const forms: Extract<Config, { readonly document: string }>["forms"] = { dialect };

  it("by the config, and by the root of the document", async () => {
    const document = documentOf("3.1", pathsOf(dialect, {}));
    const byConfig = await generatePackage(document, { forms });
    const byRoot = await generatePackage({ ...document, [extension]: dialect });
    try {
      expect(await textOf(byConfig, dialect)).toBe(expected);
      expect(await textOf(byRoot, dialect)).toBe(expected);
    } finally {
      await Promise.all([byConfig.remove(), byRoot.remove()]);
    }
  });
});

it("at the level of all forms, the config wins over the document", async () => {
  const document = { ...documentOf("3.1", pathsOf("repeat", {})), [extension]: "indices" };
  const generated = await generatePackage(document, { forms: { dialect: "repeat" } });
  try {
    expect(await textOf(generated, "repeat")).toBe(dialects[2][1]);
  } finally {
    await generated.remove();
  }
});
