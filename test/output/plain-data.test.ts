import { describe, expect, it } from "vitest";
import { checkPlainData } from "../../generator/output/plain-data.js";
import { identifier } from "../../generator/view/code.js";

const never = (): never => {
  throw new Error("looked at");
};
const hostile: ProxyHandler<object> = { get: never, has: never, getPrototypeOf: never, ownKeys: never };

/** Lists within lists. */
function nested(levels: number): unknown {
  return wrapped([], levels - 1);
}

function wrapped(inner: unknown, levels: number): unknown {
  let value = inner;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** Each level has the one below it twice. */
function doubled(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value, value];
  return value;
}

describe("data of helpers", () => {
  it.each<[string, () => unknown, string]>([
    ["a proxy", () => new Proxy([], hostile), "a proxy"],
    ["a proxy of a function", () => new Proxy(never, hostile), "a proxy"],
    ["a proxy in a list", () => [1, { a: new Proxy({}, hostile) }], "a proxy at [1].a"],
    ["a getter", () => ({ get a() { return never(); } }), "a getter at .a"], // prettier-ignore
    ["a getter that no one lists", () => Object.defineProperty({}, "a", { get: never }), "a getter at .a"],
    ["a getter in a list", () => Object.defineProperty([1], 0, { get: never, enumerable: true }), "a getter at [0]"],
    ["a list that is only long", () => Object.assign([], { length: 1e9 }), "a gap at [0]"],
    [
      "a list that iterates in its own way",
      () => Object.assign([1], { [Symbol.iterator]: never }),
      "a list with members of its own",
    ],
    ["a circle", () => { const a: unknown[] = []; a.push({ a }); return a; }, "a circle at [0].a"], // prettier-ignore
    ["levels that are measured elsewhere", () => { const a = nested(300); return [a, wrapped(a, 300)]; }, "more than 500 levels"], // prettier-ignore
    ["20,000 levels", () => nested(20_000), "more than 500 levels"],
  ])("is refused for %s, without a look into it", (_, make, found) => {
    expect(checkPlainData(make())).toEqual({ ok: false, found });
  });

  it.each<[string, unknown, number]>([
    ["text", "a", 1],
    ["nothing", undefined, 1],
    ["code", identifier("a"), 1],
    ["lists and objects", [{ a: 1, b: [] }], 4],
    ["an instance, into which nobody looks", new Map([[1, new Proxy({}, hostile)]]), 1],
    ["a function", never, 1],
    ["many levels", nested(500), 500],
    ["what holds one thing twice, which counts twice", doubled(40), 2 ** 41 - 1],
  ])("may be %s", (_, value, parts) => {
    expect(checkPlainData(value)).toEqual({ ok: true, parts });
  });
});
