/** The code of lists and tuples. */
import { joinCode, ts } from "openapi-exemplar/helpers";
import type { Expression, JsonSchema } from "openapi-exemplar/view";
import { countIn, type Json, schemasIn } from "./json.js";

/** A list. @param inner the code of a schema in it */
export function listCode(schema: JsonSchema, inner: (schema: Json) => Expression): Expression {
  const places = schemasIn(schema["prefixItems"]);
  const items = schema["items"] ?? true;
  const least = countIn(schema["minItems"]) ?? 0;
  const most = countIn(schema["maxItems"]);
  const bounds = ts`${least > 0 ? ts`.min(${least})` : ts``}${most === null ? ts`` : ts`.max(${most})`}`;
  if (places.length === 0) return ts`z.array(${inner(items)})${bounds}`;
  // Fewer items than there are places are valid, unless `minItems` says otherwise.
  const all = places.map((place, index) => ts`${inner(place)}${index < least ? ts`` : ts`.optional()`}`);
  const rest = items === false ? ts`` : ts`, ${inner(items)}`;
  return ts`z.tuple([${joinCode(all, ", ")}]${rest})`;
}
