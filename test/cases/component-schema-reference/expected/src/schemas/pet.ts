import type { Owner } from "./owner.js";
import type { pet_kind } from "./pet-kind.js";

/** A pet of the store. */
export interface Pet {
  /** @example "Rex" */
  name: string;
  kind: pet_kind;
  /** Who feeds it. */
  owner?: Owner;
}
