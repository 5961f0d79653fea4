import { fileURLToPath } from "node:url";
import createClient from "openapi-fetch";
import { beforeAll, describe, expect, it } from "vitest";
import type { OutputFile } from "../../../generator/output/output-file.js";
import { typeErrors } from "../../../scripts/corpus/check-types.js";
import { importBundle } from "../../../scripts/sets/import-bundle.js";
import { generateSet } from "../generate-one-set.js";

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Compiles a module beside `src/openapi-fetch.ts`. */
function errorsOf(files: readonly OutputFile[], lines: readonly string[]): readonly string[] {
  const head = [
    'import createClient from "openapi-fetch";',
    'import type { components, paths } from "./openapi-fetch.js";',
  ];
  const text = [...head, ...lines, ""].join("\n");
  return typeErrors([...files, { path: "src/use.ts", text }]).map(({ where, what }) => `${where} ${what}`);
}

describe("the types", () => {
  let files: readonly OutputFile[] = [];
  beforeAll(async () => {
    const generated = await generateSet(at("openapi.yml"), "openapi-fetch");
    expect(generated.errors).toEqual([]);
    files = generated.files;
  });

  it("are printed so", async () => {
    const text = files.find(({ path }) => path === "src/openapi-fetch.ts")?.text;
    await expect(text).toMatchFileSnapshot(at("expected/openapi-fetch.ts.txt"));
  });

  it("take what the document takes, and give what it gives", () => {
    const use = [
      'import type { Conflict } from "./schemas/conflict.js";',
      'import type { Pet } from "./schemas/pet.js";',
      'const client = createClient<paths>({ baseUrl: "https://a.test" });',
      "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
      'export const isPet: Same<components["schemas"]["Pet"], Pet> = true;',
      "export async function use(): Promise<number | string> {",
      '  const listed = await client.GET("/pets", { params: { query: { limit: 5 } } });',
      '  const added = await client.POST("/pets", { body: { name: "Mia", secret: "x" } });',
      "  if (added.error !== undefined) {",
      "    const error: Conflict | string = added.error;",
      '    return typeof error === "string" ? error : error.existing;',
      "  }",
      "  const pet: Pet = added.data;",
      '  const gone = await client.DELETE("/pets/{pet id}", { params: { path: { "pet id": "5" } } });',
      "  const nothing: undefined = gone.data;",
      '  const inferred = await client.GET("/pets/{pet id}", { params: { path: { "pet id": "5" } } });',
      "  const seen: number = inferred.data?.seen ?? 0;",
      "  return nothing ?? seen + (listed.data?.length ?? 0) + (pet.id ?? 0);",
      "}",
    ];
    expect(errorsOf(files, use)).toEqual([]);
  });

  it("refuse what the document does not take", () => {
    const uses: readonly (readonly [call: string, complaint: string])[] = [
      ['client.POST("/pets", { body: {} })', "'name' is missing"],
      ['client.POST("/pets", {})', "'body' is missing"],
      ['client.GET("/pets", { params: { query: { limit: "5" } } })', "'string'"],
      ['client.DELETE("/pets/{pet id}", {})', "'params' is missing"],
      ['client.GET("/cats", {})', '"/cats"'],
      ['client.PUT("/pets", {})', '"/pets"'],
      ['client.GET("/pets").then(({ data }) => data?.[0]?.secret)', "'secret'"],
    ];
    const calls = uses.map(([call], index) => `export const use${index}: unknown = ${call};`);
    const errors = errorsOf(files, [
      'export type Pet = components["schemas"]["Pet"];',
      "const client = createClient<paths>();",
      ...calls,
    ]);
    expect(errors).toEqual(
      uses.map(
        ([, complaint], index) =>
          expect.stringMatching(new RegExp(`^src/use.ts:${index + 5} .*${complaint}`)) as unknown,
      ),
    );
  });

  it.each([{ int64: "bigint" as const }, { dates: "Date" as const }])(
    "are refused where JSON is not enough: %o",
    async (options) => {
      const document = fileURLToPath(new URL("../zod/openapi.yml", import.meta.url));
      const { errors } = await generateSet(document, "openapi-fetch", { ...options, verify: false });
      expect(errors.join()).toContain("the config must have int64: number and dates: string");
    },
  );
});

interface Package {
  readonly createMock: () => (request: Request) => Promise<Response>;
  readonly operations: Readonly<Record<string, ((client: object, input: object) => unknown) | undefined>>;
  readonly fixtures: Readonly<Record<string, { readonly request?: Readonly<Record<string, object>> } | undefined>>;
}

interface AnyClient {
  request(
    method: string,
    path: string,
    options: object,
  ): Promise<{ readonly response: Response; readonly error?: unknown }>;
}

const cases = [
  ...["json-body-with-parameters", "named-examples", "several-response-media-types", "several-responses-and-errors"],
  ...["path-parameters", "enum-objects", "no-content-204", "response-headers", "discriminator-mapping"],
].map((name) => fileURLToPath(new URL(`../../cases/${name}/openapi.yml`, import.meta.url)));
const zoom = fileURLToPath(new URL("../../../spec/zoom-account.yml", import.meta.url));

describe("openapi-fetch calls the mock", () => {
  it.each([...cases, zoom])("of %s", async (path) => {
    const { files, errors } = await generateSet(path, "openapi-fetch");
    expect(errors).toEqual([]);
    const modules = ["operations/index", "mock"].map((name) => `export * from "./src/${name}.js";`);
    const lines = [
      'export * as operations from "./src/operations/index.js";',
      'export * as fixtures from "./src/fixtures/index.js";',
    ];
    // What those lines export.
    const { createMock, operations, fixtures } = (await importBundle(files, [...modules, ...lines])) as Package;
    const client = createClient({ baseUrl: "http://localhost", fetch: createMock() }) as unknown as AnyClient;
    const outcomes: unknown[] = [];
    for (const [id, operation] of Object.entries(operations)) {
      const { path: inPath, query, headers, body } = fixtures[id]?.request ?? {};
      // What it asks its client to send names the method and the path.
      let call = { method: "", path: "" };
      operation?.({ send: (sent: typeof call) => (call = sent) }, fixtures[id]?.request ?? {});
      const { response, error } = await client.request(call.method, call.path, {
        params: { path: inPath, query, header: headers },
        body,
        parseAs: "text",
        ...(path === zoom && form),
      });
      outcomes.push({ id, ok: response.ok, ...(!response.ok && { error }) });
    }
    expect(outcomes).not.toEqual([]);
    expect(outcomes).toEqual(Object.keys(operations).map((id) => ({ id, ok: true })));
  });
});

/** How Zoom's bodies are sent: openapi-fetch is told so. */
const form = {
  headers: { "content-type": "application/x-www-form-urlencoded" },
  bodySerializer: (body: Record<string, string>) =>
    new URLSearchParams({ ...body, api_key: "key", api_secret: "secret", data_type: "JSON" }),
};
