import { expect, it } from "vitest";
import type { Escape } from "../../generator/model/wire.js";
import { brackets, escapeName, escapeSeparator } from "../../generator/view/wire-escape.js";
import { formText } from "../../templates/client/src/runtime/form-text.js";
import { uriText } from "../../templates/client/src/runtime/uri-text.js";

const names = ["a", "a b", "a[]", "!'()*~-._", "é👩", "a%20+&=#", "\ud800", "", "__proto__", "`${x}`"];

it.each(names)("a name is escaped while generating as it would be at run time: %j", (name) => {
  expect(escapeName(name, "form")).toBe(formText(name, "a"));
  expect(escapeName(name, "uri")).toBe(uriText(name, "a"));
  expect(escapeName(name, "reserved")).toBe(uriText(name, "a"));
  expect(escapeName(name, "none")).toBe(name);
});

it.each<[Escape, readonly string[], string]>([
  ["form", [",", "%20", "%7C"], "%5B%5D"],
  ["uri", [",", "%20", "%7C"], "%5B%5D"],
  ["reserved", [",", "%20", "%7C"], "%5B%5D"],
  ["cookie", [",", " ", "|"], "[]"],
  ["none", [",", " ", "|"], "[]"],
])("what stands between and around, where the escaping is %s", (escape, separators, around) => {
  expect(([",", " ", "|"] as const).map((separator) => escapeSeparator(separator, escape))).toEqual(separators);
  expect(brackets(escape).join("")).toBe(around);
});
