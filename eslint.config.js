import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["**/dist/**", "**/node_modules/**", "generated/**", "test/cases/**", "test/consumer/**", "**/*.config.*"],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  // What helpers of template sets are found by.
  { files: ["**/helpers.ts"], ignores: ["generator/**"], rules: { "no-restricted-exports": "off" } },
  // A table: its length is the number of diagnostics.
  { files: ["generator/diagnostic-catalogue.ts"], rules: { "max-lines": "off" } },
);
