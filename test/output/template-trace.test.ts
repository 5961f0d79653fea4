import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import { readTrace } from "../../generator/output/template-trace.js";

const template = `{{!-- view: PackageView --}}
const one = 1;
const two = 2 2;
{{#each list}}
const item = {{this}};
{{/each}}
const three = 3 3;
{{> part this}}
const four = {{text}};
`;
const partials = [
  { partial: "part", name: "_partials/part.hbs", text: "{{!-- view: PackageView --}}\nconst p = 1;\n" },
];

/** Where the text, as it was printed, comes from. */
function placeOf(printed: string): string {
  const renderer = createRenderer(partials, collectDiagnostics(), { isTraced: true });
  const view = { list: ["a", "b"], text: "x" };
  const traced = readTrace(renderer.render({ name: "t.hbs", text: template, language: "ts" }, view) ?? "");
  expect(traced.text).toContain(printed);
  const place = traced.placeAt(traced.text.indexOf(printed));
  return place === null ? "nowhere" : `${place.uri}:${String(place.line)}:${String(place.column)}`;
}

describe("what was printed comes from", () => {
  it.each([
    ["const one", "t.hbs:2:1"],
    ["2 2", "t.hbs:3:13"],
    ["const item", "t.hbs:5:1"],
    ['"b"', "t.hbs:5:14"],
    ["3 3", "t.hbs:7:15"],
    ["const p", "_partials/part.hbs:2:1"],
    ["const four", "t.hbs:9:1"],
    ['"x"', "t.hbs:9:14"],
  ])("%s: %s", (printed, place) => {
    expect(placeOf(printed)).toBe(place);
  });
});
