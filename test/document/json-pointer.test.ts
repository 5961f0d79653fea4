import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonArray, isJsonObject, type JsonValue } from "../../generator/document/json.js";
import { appendToken, formatPointer, parsePointer, valueAt } from "../../generator/document/json-pointer.js";

/** The document of RFC 6901, section 5. */
const rfcDocument: JsonValue = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

describe("valueAt", () => {
  it.each<[string, JsonValue]>([
    ["", rfcDocument],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ['/k"l', 6],
    ["/ ", 7],
    ["/m~0n", 8],
  ])("finds %j of RFC 6901, section 5", (pointer, want) => {
    expect(valueAt(rfcDocument, pointer)).toEqual(want);
  });

  it.each([
    ["a member that is not there", "/bar"],
    ["an index beyond the end", "/foo/2"],
    ["the index after the last item", "/foo/-"],
    ["an index with a leading zero", "/foo/00"],
    ["an index that is none", "/foo/0x0"],
    ["a child of a string", "/foo/0/0"],
    ["the length of a list", "/foo/length"],
    ["what every object inherits", "/constructor"],
    ["the prototype", "/__proto__"],
    ["no pointer", "foo"],
    ["a malformed escape", "/m~n"],
  ])("finds nothing at %s", (_, pointer) => {
    expect(valueAt(rfcDocument, pointer)).toBeUndefined();
  });

  it("finds the key __proto__ where it is one", () => {
    expect(valueAt(JSON.parse('{"__proto__":{"a":1}}') as JsonValue, "/__proto__/a")).toBe(1);
  });

  it("finds every node of a value at the pointer that its keys make", () => {
    const visit = (root: JsonValue, node: JsonValue, pointer: string): void => {
      expect(valueAt(root, pointer)).toBe(node);
      if (!isJsonObject(node) && !isJsonArray(node)) return;
      for (const [key, child] of Object.entries(node)) visit(root, child, appendToken(pointer, key));
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        // fast-check's type for JSON is writable; ours is the same, readonly.
        visit(value as JsonValue, value as JsonValue, "");
      }),
    );
  });
});

describe("parsePointer", () => {
  it.each<[string, readonly string[] | null]>([
    ["", []],
    ["/", [""]],
    ["//", ["", ""]],
    ["/~01", ["~1"]],
    ["/~0~1", ["~/"]],
    ["/~00", ["~0"]],
    ["/paths/~1users~1{id}/get", ["paths", "/users/{id}", "get"]],
    ["/~", null],
    ["/~2", null],
    ["/a~", null],
    ["#/a", null],
    ["a/b", null],
  ])("%j", (pointer, tokens) => {
    expect(parsePointer(pointer)).toEqual(tokens);
  });

  it("undoes formatPointer, whatever the tokens", () => {
    const token = fc.string({ unit: fc.oneof(fc.constantFrom("~", "/", "0", "1"), fc.string({ maxLength: 1 })) });
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
      }),
    );
  });
});
