import { defineHelpers, type Literal, literal } from "openapi-exemplar/helpers";
import type { OperationDataView } from "openapi-exemplar/view";

export default defineHelpers({
  /** The permission that an operation needs, from its extension `x-acme-permission`; `null` where it needs none. */
  permission({ extensions }: OperationDataView): Literal {
    const permission = extensions["x-acme-permission"] ?? null;
    if (permission !== null && typeof permission !== "string") throw new TypeError("x-acme-permission must be text");
    return literal(permission);
  },
});
