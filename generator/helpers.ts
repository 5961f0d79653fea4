/** What `helpers.ts` of a template set is written with: `openapi-exemplar/helpers`. */
import type { Helper } from "./output/template-helper.js";

export {
  type Code,
  identifier,
  type Identifier,
  joinCode,
  literal,
  type Literal,
  type LiteralValue,
  memberAccess,
  propertyKey,
  ts,
} from "./view/code.js";
export { nearestOf } from "./document/known-keys.js";
export { constraintDoc } from "./view/constraint-doc.js";
export { docComment } from "./view/doc-comment.js";
export { paragraphs } from "./view/prose.js";
export { joinMarkdown, markdownCode, markdownCodeBlock, markdownPageLink, markup } from "./view/markdown.js";
export { markdownLine, markdownProse } from "./view/markdown-prose.js";
export type { Helper } from "./output/template-helper.js";

/**
 * Gives helpers their type.
 * @param helpers functions by the names that templates call them by
 */
export function defineHelpers<Helpers extends Readonly<Record<string, Helper>>>(helpers: Helpers): Helpers {
  return helpers;
}
