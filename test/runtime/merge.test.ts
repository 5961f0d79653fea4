import { describe, expect, expectTypeOf, it } from "vitest";
import { merge, type Overrides } from "../../templates/fixtures/src/runtime/merge.js";

interface Pet {
  readonly name: string;
  readonly tags: readonly string[];
  readonly home: { readonly street: string; readonly at: { readonly x: number; readonly y: number } };
  readonly owner?: { readonly name: string; readonly email?: string };
  readonly toy: { readonly kind: "ball"; readonly size: number } | { readonly kind: "rope"; readonly length: number };
}

const pet: Pet = {
  name: "Ada",
  tags: ["a", "b"],
  home: { street: "Main", at: { x: 1, y: 2 } },
  owner: { name: "Zoë", email: "z@x.org" },
  toy: { kind: "ball", size: 3 },
};

describe("merge", () => {
  it.each<[string, Overrides<Pet> | undefined, unknown]>([
    ["nothing", undefined, pet],
    ["no overrides", {}, pet],
    ["a value", { name: "Bo" }, { ...pet, name: "Bo" }],
    ["a value deep inside", { home: { at: { y: 5 } } }, { ...pet, home: { street: "Main", at: { x: 1, y: 5 } } }],
    ["an object that may be missing", { owner: { name: "Bo" } }, { ...pet, owner: { name: "Bo", email: "z@x.org" } }],
    [
      "an object of another kind, whole",
      { toy: { kind: "rope", length: 1 } },
      { ...pet, toy: { kind: "rope", length: 1 } },
    ],
    ["a list, whole", { tags: ["c"] }, { ...pet, tags: ["c"] }],
  ])("puts in %s", (_, overrides, expected) => {
    expect(merge(pet, overrides, ["/toy"])).toEqual(expected);
  });

  it("takes a part only of what is always there, so that what comes out has the type", () => {
    type Part = Overrides<Pet>;
    expectTypeOf<{ home: { at: { x: number } } }>().toExtend<Part>();
    // An owner has a name, and the fixture may have no owner.
    expectTypeOf<{ owner: { email: string } }>().not.toExtend<Part>();
    // It would have the size of a ball.
    expectTypeOf<{ toy: { kind: "rope" } }>().not.toExtend<Part>();
    expectTypeOf<{ owner: undefined }>().toExtend<Part>();
    expectTypeOf<{ name: undefined }>().not.toExtend<Part>();
    expectTypeOf<Overrides<Readonly<Record<string, { a: number; b: number }>>>>().toEqualTypeOf<
      Readonly<Record<string, { a: number; b: number } | undefined>>
    >();
  });

  it("puts an object where there is none, and removes what is overridden by undefined", () => {
    const stray = merge(pet, { owner: undefined });
    expect(stray).toStrictEqual({ name: pet.name, tags: pet.tags, home: pet.home, toy: pet.toy });
    expect(merge(stray, { owner: { name: "Bo" } }).owner).toEqual({ name: "Bo" });
  });

  it("replaces what is not a plain object", () => {
    const fixture: { readonly file: Blob | string } = { file: new Blob(["a"]) };
    const file = new Blob(["b"]);
    expect(merge(fixture, { file }).file).toBe(file);
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

  it("replaces a Date, whole, and copies it", () => {
    interface Meeting {
      readonly at: Date;
      readonly end?: Date;
    }
    const meeting: Meeting = { at: new Date(0) };
    const at = new Date(1);
    expect(merge(meeting, { at, end: at })).toEqual({ at, end: at });
    const copy = merge(meeting, {});
    expect(copy).toEqual(meeting);
    expect(copy.at).not.toBe(meeting.at);
    expectTypeOf<{ at: Date }>().toExtend<Overrides<Meeting>>();
    expectTypeOf<{ at: { getTime: () => number } }>().not.toExtend<Overrides<Meeting>>();
  });

  it("gives a copy each time, and leaves the fixture as it is", () => {
    const copy = merge(pet, { name: "Bo" });
    expect(copy.tags).not.toBe(pet.tags);
    expect(copy.home).not.toBe(pet.home);
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
