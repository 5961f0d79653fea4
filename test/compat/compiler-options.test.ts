import { expect, it } from "vitest";
import { compilerOptions } from "../../scripts/compat/compiler-options.js";
import { versions } from "../../scripts/compat/compilers.js";

it.each<[string, boolean, boolean]>([
  ["5.4.5", false, false],
  ["5.5.4", true, false],
  ["5.9.3", true, true],
  ["6.0.3", true, true],
  ["7.0.2", true, true],
])("%s gets the flags that it knows", (version, isolatedDeclarations, erasableSyntaxOnly) => {
  const options = compilerOptions(version, "nodenext");
  expect(options).toMatchObject({ strict: true, exactOptionalPropertyTypes: true, lib: ["ES2022", "DOM"], types: [] });
  expect("isolatedDeclarations" in options).toBe(isolatedDeclarations);
  expect("erasableSyntaxOnly" in options).toBe(erasableSyntaxOnly);
});

it("resolves modules in both ways", () => {
  expect(compilerOptions("5.9.3", "bundler")).toMatchObject({ module: "ESNext", moduleResolution: "bundler" });
  expect(compilerOptions("5.9.3", "nodenext")).toMatchObject({ module: "NodeNext", moduleResolution: "nodenext" });
});

it("begins with the oldest version that we promise", () => {
  expect(versions[0]).toMatch(/^5\.4\./);
});
