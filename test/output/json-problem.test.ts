import { expect, it } from "vitest";
import { jsonProblem } from "../../generator/output/json-problem.js";

it.each<[string, string | null]>([
  ['{ "a": [1, -0.5e3, "\\u00e9", true, null, {}, []] }', null],
  ["[1]", null],
  ['{ "a": 1 /* c */ }', "9: JSON has no comments"],
  ["// c\n{}", "0: JSON has no comments"],
  ['{ "//": [1, // c\n] }', "12: JSON has no comments"],
  ["{ 'a': 1 }", "2: it is no JSON"],
  ["{ a: 1 }", "2: it is no JSON"],
  ["[0x1]", "1: it is no JSON"],
  ["[01]", "1: it is no JSON"],
  ["[NaN]", "1: it is no JSON"],
  ["[1, ]", "2: JSON has no comma at an end"],
  ['{ "a": 1,\n}', "8: JSON has no comma at an end"],
  ['{ "a": }', "7: } is not expected here"],
  ['{ "a" 1 }', "6: 1 is not expected here"],
  ['{ "a": [1} }', "9: } is not expected here"],
  ['{ 1: "a" }', "2: 1 is not expected here"],
  ["{} {}", "3: { is not expected here"],
  ["[1", "2: the text ends too early"],
  ["", "0: the text ends too early"],
])("%s", (text, want) => {
  const problem = jsonProblem("a.json", text);
  expect(problem && `${String(problem.offset)}: ${problem.reason}`).toBe(want);
});

it("need not be JSON where its reader takes more", () => {
  for (const path of ["tsconfig.json", "a/tsconfig.build.json", ".vscode/settings.json"])
    expect(jsonProblem(path, "{} // c")).toBeNull();
  expect(jsonProblem("a/package.json", "{} // c")).not.toBeNull();
});
