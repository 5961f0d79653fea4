/** The number that counting pages, or items, begins with. */
import { isJsonArray } from "../document/json.js";
import type { PaginationKind } from "../document/pagination-rule.js";
import type { Field } from "./pagination-fields.js";

/**
 * Pages are counted from 1 and items from 0, unless the schema of the field says otherwise: by its default, its minimum,
 * an example that is 0, or words. Of what is left out (`offset`, `skip`) a minimum says nothing: nobody need skip anything.
 */
export function firstPosition(kind: PaginationKind, { words, facts }: Pick<Field, "words" | "facts">): number {
  const { default: usual, minimum, exclusiveMinimum, description } = facts;
  if (usual === 0 || usual === 1) return usual;
  if (["offset", "skip"].includes(words)) return 0;
  if (minimum === 0 || minimum === 1) return minimum;
  if (exclusiveMinimum === 0) return 1;
  if (kind !== "page") return 0;
  const examples = [facts["example"], ...(isJsonArray(facts["examples"]) ? facts["examples"] : [])];
  const isFromZero = typeof description === "string" && fromZero.test(description);
  return examples.includes(0) || isFromZero ? 0 : 1;
}

const fromZero =
  /\b(?:zero|0)[- ](?:based|indexed)|\b(?:start|starts|starting|begin|begins|beginning|counted) (?:at|from|with) (?:zero|0)\b/i;
