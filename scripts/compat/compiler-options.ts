/** The flags under which generated code is compiled, as far as a version of TypeScript knows them. */

export type Resolution = "bundler" | "nodenext";

/** What design.md, section 3 promises; flags that came later have the version that they came with. */
const flags: readonly (readonly [flag: string, since: number])[] = [
  ["strict", 5],
  ["exactOptionalPropertyTypes", 5],
  ["noUncheckedIndexedAccess", 5],
  ["noPropertyAccessFromIndexSignature", 5],
  ["noImplicitOverride", 5],
  ["noFallthroughCasesInSwitch", 5],
  ["verbatimModuleSyntax", 5],
  ["isolatedModules", 5],
  ["isolatedDeclarations", 5.5],
  ["erasableSyntaxOnly", 5.8],
];

/** The `compilerOptions` for a version, as they stand in a tsconfig.json. */
export function compilerOptions(
  version: string,
  resolution: Resolution,
): Readonly<Record<string, string | boolean | readonly string[]>> {
  const known = flags.filter(([, since]) => since <= Number.parseFloat(version)).map(([flag]) => [flag, true] as const);
  return {
    target: "ES2022",
    // No more than these: what needs `DOM.Iterable` or Node's types does not compile everywhere.
    lib: ["ES2022", "DOM"],
    types: [],
    module: resolution === "bundler" ? "ESNext" : "NodeNext",
    moduleResolution: resolution,
    noEmit: true,
    declaration: true,
    ...Object.fromEntries(known),
  };
}
