import type { Team } from "./team.js";

export interface Everywhere {
  types?: string | number | null;
  object?: {
    a?: string;
  } | null;
  /** A team, or none. */
  one_of?: Team | null;
  enum?: "a" | "b" | null;
  constant?: null;
  just_null?: null;
  old?: string | null;
  types_beside_all_of?: Team | null;
}
