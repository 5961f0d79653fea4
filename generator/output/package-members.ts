/**
 * The members of a package.json: npm runs its scripts, installs its dependencies, loads its modules. Text of a document
 * prints in those alone that describe (https://docs.npmjs.com/cli/v11/configuring-npm/package-json).
 */
import type { Token } from "js-tokens";
import type { TemplateLanguage } from "./template-source.js";

const DESCRIBING = [
  "description",
  "keywords",
  "homepage",
  "bugs",
  "license",
  "author",
  "contributors",
  "maintainers",
  "funding",
  "repository",
];

/** Where the tokens of a piece of a package.json stand. */
export interface PackagePlace {
  /** Braces and brackets around the token; unknown, and so never 1, in a partial. */
  readonly depth: number;
  readonly language: TemplateLanguage;
}

/**
 * Walks through the tokens of a package.json, or of a block in one.
 * @param depth of braces and brackets around the first
 * @returns the place of each token: `json` in members that describe, `settings` in all others
 */
export function packagePlaces(tokens: readonly Token[], depth: number): readonly PackagePlace[] {
  let inside = depth;
  let member = "";
  let last = "";
  return tokens.map(({ type, value }): PackagePlace => {
    if (type === "Punctuator") {
      if (value === "{" || value === "[") inside += 1;
      if (value === "}" || value === "]") inside -= 1;
      if (inside === 1 && value === ":") member = last;
      if (inside === 1 && value === ",") member = "";
    }
    if (type === "StringLiteral") last = value.slice(1, -1);
    return { depth: inside, language: DESCRIBING.includes(member) ? "json" : "settings" };
  });
}
