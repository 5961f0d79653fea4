import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { OutputFile } from "../../../generator/output/output-file.js";
import { importBundle } from "../../../scripts/sets/import-bundle.js";
import { generateSet } from "../generate-one-set.js";

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

type Call = (client: unknown, input: unknown) => Promise<unknown>;

interface Package {
  readonly createClient: (options: object) => unknown;
  readonly createMock: () => { on(operation: string, handler: () => unknown): void };
  readonly withSchemas: (client: unknown, schemas: unknown) => unknown;
  readonly responseSchemas: Readonly<Record<string, Schema>>;
  readonly addPet: Call;
  readonly deletePet: Call;
  readonly petSchema: Schema;
  readonly petRequestSchema: Schema;
  readonly priceSchema: Schema;
  readonly addPetQuerySchema: Schema;
  readonly addPetError4XXSchema: Schema;
  readonly deletePetPathSchema: Schema;
}

async function load(files: readonly OutputFile[]): Promise<Package> {
  const modules = [
    ...["index", "mock", "validate", "operations/index", "zod/index", "zod/add-pet", "zod/delete-pet"],
    ...["zod/schemas/pet", "zod/schemas/pet-request", "zod/schemas/price"],
  ];
  // What those modules export.
  return (await importBundle(
    files,
    modules.map((module) => `export * from "./src/${module}.js";`),
  )) as Package;
}

describe("the set zod", () => {
  let files: readonly OutputFile[] = [];
  let loaded: Package;
  beforeAll(async () => {
    const generated = await generateSet(at("openapi.yml"), "zod");
    expect(generated.errors).toEqual([]);
    files = generated.files;
    loaded = await load(files);
  });

  it.each(["schemas/pet", "schemas/price", "add-pet", "index"])("prints %s", async (name) => {
    const text = files.find(({ path }) => path === `src/zod/${name}.ts`)?.text;
    await expect(text).toMatchFileSnapshot(at(`expected/${name}.ts.txt`));
  });

  it("asks for Zod beside the package, and exports what it makes", () => {
    const manifest: unknown = JSON.parse(files.find(({ path }) => path === "package.json")?.text ?? "");
    expect(manifest).toMatchObject({ peerDependencies: { zod: "^4.6.0" } });
    expect(manifest).toHaveProperty(["exports", "./zod"]);
    expect(manifest).toHaveProperty(["exports", "./zod/*"]);
  });

  const pet = { id: 1, name: "Mia", kind: "cat" };
  it.each<[string, object]>([
    ["the least", pet],
    ["null where it may be", { ...pet, kind: null, born: null }],
    ["moments with an offset", { ...pet, born: "2024-05-01T12:30:00+02:00" }],
    ["as many characters as may be, of two units each", { ...pet, name: "👩".repeat(8) }],
    ["pets in pets", { ...pet, parent: { ...pet, parent: pet } }],
    ["different tags", { ...pet, tags: ["a", "b"] }],
    ["tuples", { ...pet, place: [1.5, 2] }],
    ["a number of several", { ...pet, price: 0.3 }],
    ["an object of several", { ...pet, price: { amount: 1, currency: "EUR", note: "cheap" } }],
    ["properties by pattern", { ...pet, "x-rank": 3 }],
    ["what every object inherits, as a property", { ...pet, constructor: "text" }],
    ["integers that a number does not hold", { ...pet, id: 2 ** 60 }],
  ])("takes %s, and gives it back as it was", (_, value) => {
    const result = loaded.petSchema.safeParse(value);
    expect(result.success).toBe(true);
    expect(result.data).toEqual(value);
  });

  it("leaves defaults to those who send", () => {
    const result = loaded.priceSchema.safeParse({ amount: 2, currency: "EUR" });
    expect(result.data).toEqual({ amount: 2, currency: "EUR" });
    expect(loaded.priceSchema.safeParse({ currency: "EUR" }).success).toBe(false);
  });

  it.each<[string, unknown]>([
    ["no object", "pet"],
    ["a missing property", { id: 1, name: "Mia" }],
    ["another type", { ...pet, id: "1" }],
    ["a fraction", { ...pet, id: 1.5 }],
    ["too small a number", { ...pet, id: 0 }],
    ["an empty text", { ...pet, name: "" }],
    ["a text that is too long", { ...pet, name: "👩".repeat(9) }],
    ["a text that the pattern does not match", { ...pet, name: " Mia" }],
    ["a value that is not listed", { ...pet, kind: "cow" }],
    ["no moment", { ...pet, born: "2024-05-01" }],
    ["something wrong deep inside", { ...pet, parent: { ...pet, parent: { ...pet, id: null } } }],
    ["the same tag twice", { ...pet, tags: ["a", "a"] }],
    ["too many tags", { ...pet, tags: ["a", "b", "c", "d"] }],
    ["half a tuple", { ...pet, place: [1] }],
    ["more than a tuple", { ...pet, place: [1, 2, 3] }],
    ["no multiple", { ...pet, price: 0.305 }],
    ["a bound that is excluded", { ...pet, price: 0 }],
    ["what `not` says", { ...pet, price: 13 }],
    ["too large an int32", { ...pet, price: { amount: 2 ** 31, currency: "EUR" } }],
    ["another const", { ...pet, price: { amount: 1, currency: "USD" } }],
    ["an additional property of another type", { ...pet, price: { amount: 1, currency: "EUR", note: 1 } }],
    ["a property by pattern of another type", { ...pet, "x-rank": "3" }],
    ["a property that is not listed", { ...pet, colour: "black" }],
    ["what every object inherits, of another type", { ...pet, constructor: 5 }],
  ])("refuses %s", (_, value) => {
    expect(loaded.petSchema.safeParse(value).success).toBe(false);
  });

  it("knows the directions", () => {
    const sent = { name: "Mia", kind: "cat" };
    expect(loaded.petRequestSchema.safeParse(sent).success).toBe(true);
    expect(loaded.petSchema.safeParse(sent).success).toBe(false);
  });

  it("has parameters and errors", () => {
    expect(loaded.addPetQuerySchema.safeParse({ "dry run": true }).success).toBe(true);
    expect(loaded.addPetQuerySchema.safeParse({ "dry run": "yes" }).success).toBe(false);
    expect(loaded.deletePetPathSchema.safeParse({}).success).toBe(false);
    expect(loaded.addPetError4XXSchema.safeParse("no").success).toBe(true);
    expect(loaded.addPetError4XXSchema.safeParse({}).success).toBe(false);
  });

  it("checks what a client is answered", async () => {
    const mock = loaded.createMock();
    const client = loaded.withSchemas(
      loaded.createClient({ fetch: mock, baseUrl: "https://a.test" }),
      loaded.responseSchemas,
    );
    const input = { query: { "dry run": true }, body: { name: "Mia", kind: "cat" } };
    await expect(loaded.addPet(client, input)).resolves.toMatchObject({ kind: "cat" });
    await expect(loaded.deletePet(client, { path: { id: 1 } })).resolves.toBeUndefined();
    mock.on(
      "addPet",
      () => new Response('{"id":"one"}', { status: 201, headers: { "content-type": "application/json" } }),
    );
    await expect(loaded.addPet(client, input)).rejects.toMatchObject({
      name: "ResponseError",
      cause: {
        name: "SchemaError",
        issues: expect.arrayContaining([expect.objectContaining({ path: ["id"] })]) as unknown,
      },
    });
  });
});

describe("the options of the package", () => {
  it("are those of the schemas: big integers and dates", async () => {
    const generated = await generateSet(at("openapi.yml"), "zod", { int64: "bigint", dates: "Date" });
    expect(generated.errors).toEqual([]);
    const { petSchema, deletePetPathSchema } = await load(generated.files);
    const pet = { id: 9007199254740993n, name: "Mia", kind: "cat", born: new Date(0) };
    expect(petSchema.safeParse(pet)).toEqual({ success: true, data: pet });
    expect(petSchema.safeParse({ ...pet, id: 0n }).success).toBe(false);
    expect(petSchema.safeParse({ ...pet, id: 1 }).success).toBe(false);
    expect(petSchema.safeParse({ ...pet, born: new Date(Number.NaN) }).success).toBe(false);
    expect(deletePetPathSchema.safeParse({ id: 5n }).success).toBe(true);
  });

  it("are those of the schemas: integers as text", async () => {
    const generated = await generateSet(at("openapi.yml"), "zod", { int64: "string" });
    expect(generated.errors).toEqual([]);
    const { petSchema } = await load(generated.files);
    const pet = { id: "9007199254740993", name: "Mia", kind: "cat" };
    expect(petSchema.safeParse(pet)).toEqual({ success: true, data: pet });
    expect(petSchema.safeParse({ ...pet, id: "0" }).success).toBe(false);
    expect(petSchema.safeParse({ ...pet, id: "one" }).success).toBe(false);
  });
});

describe("the options of the set", () => {
  it("leave formats alone", async () => {
    const { files } = await generateSet(at("openapi.yml"), "zod", { options: { formats: false }, verify: false });
    const { petSchema } = await load(files);
    expect(petSchema.safeParse({ id: 1, name: "Mia", kind: "cat", born: "yesterday" }).success).toBe(true);
  });

  it.each([false, true])("keep Zod from making code: %s", async (jitless) => {
    const { files, errors } = await generateSet(at("openapi.yml"), "zod", { options: { jitless } });
    expect(errors).toEqual([]);
    const { petSchema } = await load(files);
    const original = globalThis.Function;
    let made = 0;
    globalThis.Function = new Proxy(original, {
      construct(target, argumentsList: string[]) {
        made++;
        return new target(...argumentsList);
      },
    });
    try {
      expect(petSchema.safeParse({ id: 1, name: "Mia", kind: "cat" }).success).toBe(true);
    } finally {
      globalThis.Function = original;
    }
    expect(made > 0).toBe(!jitless);
  });
});

describe("schemas that make no code", () => {
  it("leave other schemas as they are", async () => {
    const { files } = await generateSet(at("openapi.yml"), "zod", { verify: false });
    const lines = [
      'import { config } from "zod";',
      'import { petSchema } from "./src/zod/schemas/pet.js";',
      "export const isJitless = config().jitless ?? false;",
      "export const ok = petSchema.safeParse({}).success;",
    ];
    expect(await importBundle(files, lines)).toMatchObject({ isJitless: false, ok: false });
  });
});

describe("schemas in circles", () => {
  it("are there, whichever is imported first", async () => {
    const { files, errors } = await generateSet(at("circle.yml"), "zod");
    expect(errors).toEqual([]);
    for (const first of ["owner", "animal", "cat", "dog"]) {
      const line = `export { ownerSchema } from "./src/zod/schemas/owner.js";`;
      // What the line exports.
      const { ownerSchema } = (await importBundle(files, [`import "./src/zod/schemas/${first}.js";`, line])) as {
        readonly ownerSchema: Schema;
      };
      const owner = {
        pets: [
          { kind: "cat", owner: { pets: [] } },
          { kind: "dog", name: "Rex" },
        ],
      };
      expect(ownerSchema.safeParse(owner)).toEqual({ success: true, data: owner });
      expect(ownerSchema.safeParse({ pets: [{ kind: "dog" }] }).success).toBe(false);
    }
  });
});

describe("webhooks", () => {
  it("have schemas of what arrives, callbacks too", async () => {
    const { files, errors } = await generateSet(at("webhooks.yml"), "zod");
    expect(errors).toEqual([]);
    const modules = files.map(({ path }) => path).filter((path) => /^src\/zod\/[\w-]+\.ts$/.test(path));
    expect(modules).toEqual([
      "src/zod/index.ts",
      "src/zod/order-shipped-callback.ts",
      "src/zod/order.ts",
      "src/zod/pet-added-webhook.ts",
    ]);
    // What the modules export.
    const loaded = (await importBundle(files, [
      `export * from "./src/zod/pet-added-webhook.js";`,
      `export * from "./src/zod/order-shipped-callback.js";`,
    ])) as Readonly<Record<string, Schema>>;
    const takes = (name: string, value: unknown) => loaded[name]?.safeParse(value).success;
    expect(takes("petAddedWebhookBodySchema", { name: "Mia" })).toBe(true);
    expect(takes("petAddedWebhookBodySchema", { name: "" })).toBe(false);
    expect(takes("petAddedWebhookHeadersSchema", { "X-Attempt": 1 })).toBe(true);
    expect(takes("petAddedWebhookHeadersSchema", { "X-Attempt": 0 })).toBe(false);
    expect(takes("orderShippedCallbackBodySchema", { id: 1 })).toBe(true);
    expect(takes("orderShippedCallbackBodySchema", {})).toBe(false);
  });
});
