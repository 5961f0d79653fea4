/** Security requirements, reduced to schemes that are defined. */
import type { Diagnostics } from "../diagnostics.js";
import type { NormalSecurityRequirement, NormalSecurityScheme } from "../document/normal-document.js";

/**
 * The alternatives of an operation.
 * @returns lists of scheme names; a scheme that is defined nowhere is reported where it is named, and left out
 */
export function resolveSecurity(
  requirements: readonly NormalSecurityRequirement[],
  schemes: readonly NormalSecurityScheme[],
  diagnostics: Diagnostics,
): readonly (readonly string[])[] {
  return requirements.flatMap((requirement) => {
    const names = requirement.schemes.flatMap(({ name, place }) => {
      if (schemes.some((scheme) => scheme.name === name)) return [name];
      diagnostics.add("security-scheme-undefined", place, { name });
      return [];
    });
    // `{}` says that nothing is needed; a requirement of unknown schemes alone says nothing.
    return names.length > 0 || requirement.schemes.length === 0 ? [names] : [];
  });
}
