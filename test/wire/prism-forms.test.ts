/** Styles against Prism: it reads what the generated client sends by the same document, and refuses what was changed. */
import { join } from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { functionOf } from "../conformance/call-operation.js";
import { type GeneratedPackage, generatePackage } from "../conformance/generated-package.js";
import { documentOf } from "../conformance/serialisation-case.js";
import { hasPrism, type Prism, startPrism } from "./prism-server.js";

const integer = { type: "integer" };
const integers = { type: "array", items: { type: "integer" }, minItems: 2 };
const words = { type: "array", items: { type: "string", enum: ["a b", "c,d", "é&f"] }, minItems: 2 };
const range = {
  type: "object",
  properties: { from: { type: "integer" }, to: { type: "integer" } },
  required: ["from", "to"],
};

interface Case {
  readonly operationId: string;
  /** Where it stands, how it is written, and what of its text is changed so that it is wrong. */
  readonly location: "path" | "query" | "header";
  readonly style: string;
  readonly explode: boolean;
  readonly schema: typeof integer | typeof integers | typeof words | typeof range;
  readonly value: unknown;
  readonly change: readonly [string | RegExp, string];
}

/**
 * Prism 5.14 has no right reading of the others: for a comma in a path it ends with an error of its own (it splits the
 * value before its style does), and it looks for the text `%20` in what is decoded already (spaceDelimited).
 */
const parameters: readonly Case[] = [
  {
    operationId: "q1",
    location: "query",
    style: "form",
    explode: true,
    schema: integers,
    value: [1, 2],
    change: ["x=2", "x=two"],
  },
  {
    operationId: "q2",
    location: "query",
    style: "form",
    explode: false,
    schema: integers,
    value: [1, 2],
    change: ["1,2", "1,two"],
  },
  {
    operationId: "q3",
    location: "query",
    style: "form",
    explode: true,
    schema: words,
    value: ["a b", "c,d"],
    change: ["%2C", "%3B"],
  },
  {
    operationId: "q4",
    location: "query",
    style: "form",
    explode: true,
    schema: range,
    value: { from: 1, to: 2 },
    change: ["to=2", "upto=2"],
  },
  {
    operationId: "q5",
    location: "query",
    style: "pipeDelimited",
    explode: false,
    schema: integers,
    value: [1, 2],
    change: ["%7C", "%7Ctwo%7C"],
  },
  {
    operationId: "q6",
    location: "query",
    style: "deepObject",
    explode: true,
    schema: range,
    value: { from: 1, to: 2 },
    change: ["=2", "=two"],
  },
  {
    operationId: "p1",
    location: "path",
    style: "simple",
    explode: true,
    schema: integer,
    value: 5,
    change: ["/5", "/five"],
  },
  {
    operationId: "p2",
    location: "path",
    style: "label",
    explode: false,
    schema: integer,
    value: 5,
    change: [".5", ".five"],
  },
  {
    operationId: "p3",
    location: "path",
    style: "label",
    explode: true,
    schema: integers,
    value: [1, 2],
    change: [".2", ".two"],
  },
  {
    operationId: "p4",
    location: "path",
    style: "matrix",
    explode: false,
    schema: integer,
    value: 5,
    change: ["x=5", "x=five"],
  },
  {
    operationId: "p5",
    location: "path",
    style: "matrix",
    explode: true,
    schema: integers,
    value: [1, 2],
    change: ["x=2", "x=two"],
  },
  {
    operationId: "p6",
    location: "path",
    style: "matrix",
    explode: true,
    schema: range,
    value: { from: 1, to: 2 },
    change: ["to=2", "to=two"],
  },
  {
    operationId: "h1",
    location: "header",
    style: "simple",
    explode: false,
    schema: integers,
    value: [1, 2],
    change: ["1,2", "1,two"],
  },
];

/**
 * A form of what Prism reads: of a repeated field it keeps the last alone, so lists are joined by commas, for
 * which it wants `allowReserved`.
 */
const joined = { style: "form", explode: false, allowReserved: true };
const form = {
  schema: {
    type: "object",
    required: ["name", "ids"],
    additionalProperties: false,
    properties: { name: { type: "string", maxLength: 6 }, ids: integers, words, range },
  },
  encoding: { ids: joined, words: joined, range: { style: "deepObject", explode: true } },
};
const formBody = { name: "ü & +", ids: [1, 2], words: ["a b", "é&f"], range: { from: 1, to: 2 } };
const formChanges = [
  { what: "an item that is no integer", change: ["ids=1,2", "ids=1,two"] },
  { what: "a required field under another name", change: ["name=", "title="] },
  { what: "a word that is not allowed", change: ["words=a%20b", "words=a%2Bb"] },
  { what: "a list that is too short", change: ["ids=1,2", "ids=1"] },
  { what: "a member that is no integer", change: [/=2$/, "=two"] },
] as const;

const responses = { 204: { description: "Done" } };
const paths: readonly (readonly [string, JsonObject])[] = [
  ...parameters.map(({ operationId, location, style, explode, schema }): readonly [string, JsonObject] => [
    location === "path" ? `/${operationId}/{x}` : `/${operationId}`,
    {
      get: {
        operationId,
        parameters: [{ name: "x", in: location, required: true, style, explode, schema }],
        responses,
      },
    },
  ]),
  [
    "/form",
    {
      post: {
        operationId: "form",
        requestBody: { required: true, content: { "application/x-www-form-urlencoded": form } },
        responses,
      },
    },
  ],
];
const document = documentOf("3.0", Object.fromEntries(paths));

describe.skipIf(!hasPrism)("against Prism (skipped where @stoplight/prism-cli is not installed)", () => {
  let prism: Prism | undefined;
  let generated: GeneratedPackage | undefined;
  let folder: string | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "exemplar-prism-"));
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    [prism, generated] = await Promise.all([startPrism(file), generatePackage(document)]);
  });
  afterAll(async () => {
    await prism?.close();
    await generated?.remove();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  /** Sends what the client sends, with a text in it changed, and gives the status. */
  async function statusOf(name: string, input: unknown, change: Case["change"] | null): Promise<number> {
    const [index, operations] = await Promise.all([generated?.load("index"), generated?.load("operations/index")]);
    let status = 0;
    const changed = (given: string) => (change === null ? given : given.replace(...change));
    const send = async (url: string, init: RequestInit) => {
      const headers = [...new Headers(init.headers)].map(([key, value]): [string, string] => [key, changed(value)]);
      const altered = { ...init, headers, ...(typeof init.body === "string" && { body: changed(init.body) }) };
      if (change !== null)
        expect([changed(url), headers, altered.body]).not.toEqual([url, [...new Headers(init.headers)], init.body]);
      const response = await fetch(changed(url), altered);
      status = response.status;
      return response;
    };
    const client = functionOf(index ?? {}, "createClient")({ baseUrl: prism?.url, fetch: send });
    const failure: unknown = await Promise.resolve(functionOf(operations ?? {}, name)(client, input)).catch(
      (error: unknown) => error,
    );
    if (status === 0) throw failure;
    return status;
  }

  const sections = { path: "path", query: "query", header: "headers" };

  it.each(parameters)(
    "$location, $style, explode $explode: $value",
    async ({ operationId, location, value, change }) => {
      const input = { [sections[location]]: { x: value } };
      expect(await statusOf(operationId, input, null)).toBe(204);
      expect(await statusOf(operationId, input, change)).toBeGreaterThanOrEqual(400);
    },
  );

  it("accepts the form", async () => {
    expect(await statusOf("form", { body: formBody }, null)).toBe(204);
  });

  it.each(formChanges)("refuses the form with $what", async ({ change }) => {
    expect(await statusOf("form", { body: formBody }, change)).toBe(422);
  });
});
