import { expect, it } from "vitest";
import { typeErrors } from "../../scripts/corpus/check-types.js";

const manifest = { path: "package.json", text: '{ "type": "module" }' };

it.each<[string, string, readonly string[]]>([
  ["what is right", 'import { b } from "./runtime/b.js";\nexport const a: number = b;\n', []],
  ["a wrong type", 'import { b } from "./runtime/b.js";\nexport const a: string = b;\n', ["src/a.ts:2"]],
  ["a module that is missing", 'export * from "./c.js";\n', ["src/a.ts:1"]],
  ["no annotation (isolatedDeclarations)", "export const a = [1];\n", ["src/a.ts:1"]],
  ["an enum (erasableSyntaxOnly)", "export enum A {}\n", ["src/a.ts:1"]],
  ["an index that may be absent", "export const a: string = ['a'][0];\n", ["src/a.ts:1"]],
  ["Node's own types", "export const a: string = process.cwd();\n", ["src/a.ts:1"]],
])("finds %s", (_, text, places) => {
  const runtime = { path: "src/runtime/b.ts", text: "export const b: number = 1;\n" };
  expect(typeErrors([manifest, { path: "src/a.ts", text }, runtime]).map(({ where }) => where)).toEqual(places);
});

it("does not take a module of one package for that of another", () => {
  const use = { path: "src/a.ts", text: 'import { b } from "./runtime/b.js";\nexport const a: number = b;\n' };
  const check = (text: string) => typeErrors([manifest, use, { path: "src/runtime/b.ts", text }]);
  expect(check("export const b: number = 1;\n")).toEqual([]);
  expect(check('export const b: string = "1";\n')).toHaveLength(1);
});
