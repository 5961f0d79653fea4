import { describe, expect, it } from "vitest";
import { merge, type Overrides } from "../../templates/fixtures/src/runtime/merge.js";

interface Pet {
  readonly name: string;
  readonly tags: readonly string[];
  readonly owner: { readonly name: string; readonly address?: { readonly city: string } } | null;
}

const pet: Pet = { name: "Ada", tags: ["a", "b"], owner: { name: "Zoë", address: { city: "Rome" } } };

describe("merge", () => {
  it.each<[string, Overrides<Pet> | undefined, unknown]>([
    ["nothing", undefined, pet],
    ["no overrides", {}, pet],
    ["a value", { name: "Bo" }, { ...pet, name: "Bo" }],
    [
      "a value deep inside",
      { owner: { address: { city: "Oslo" } } },
      { ...pet, owner: { name: "Zoë", address: { city: "Oslo" } } },
    ],
    ["a list, whole", { tags: ["c"] }, { ...pet, tags: ["c"] }],
    ["null in place of an object", { owner: null }, { ...pet, owner: null }],
  ])("puts in %s", (_, overrides, expected) => {
    expect(merge(pet, overrides)).toEqual(expected);
  });

  it("puts an object in place of null, and removes what is overridden by undefined", () => {
    const orphan: Pet = { ...pet, owner: null };
    expect(merge(orphan, { owner: { name: "Bo" } })).toEqual({ ...pet, owner: { name: "Bo" } });
    // What a caller without exactOptionalPropertyTypes may write.
    const removal: object = { owner: { address: undefined } };
    expect(merge<Pet>(pet, removal).owner).toStrictEqual({ name: "Zoë" });
  });

  it("replaces a file, whole, and copies none", () => {
    interface Upload {
      readonly file: Blob | string | { readonly data: string; readonly filename?: string };
      readonly note?: string;
    }
    const upload: Upload = { file: new Blob(["a"], { type: "text/plain" }) };
    expect(merge(upload, { note: "x" })).toEqual({ file: upload.file, note: "x" });
    expect(merge(upload, { note: "x" }).file).toBe(upload.file);
    const other = new Blob(["b"]);
    expect(merge(upload, { file: other }).file).toBe(other);
    expect(merge(upload, { file: { data: "c", filename: "c.txt" } }).file).toEqual({ data: "c", filename: "c.txt" });
  });

  it("gives a copy each time, and leaves the fixture as it is", () => {
    const copy = merge(pet, { name: "Bo" });
    expect(copy.tags).not.toBe(pet.tags);
    expect(copy.owner).not.toBe(pet.owner);
    expect(pet.name).toBe("Ada");
    expect(merge(pet, undefined)).not.toBe(pet);
  });

  it.each([1, "text", false, null])("replaces the scalar %o", (value) => {
    expect(merge<unknown>("fixture", value)).toBe(value);
  });

  it("takes __proto__ for a name like any other", () => {
    const hostile: object = JSON.parse('{"__proto__": {"x": 1}, "constructor": {"y": 2}}') as object;
    const merged = merge<object>({ a: 1 }, hostile);
    expect(Object.keys(merged)).toEqual(["a", "__proto__", "constructor"]);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});
