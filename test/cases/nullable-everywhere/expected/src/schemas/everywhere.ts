import type { Team } from "./team.js";

export interface Everywhere {
  /** A team. */
  readonly beside_reference?: Team | null;
  around_all_of?: Team | null;
  typed_around_all_of?: Team | null;
  part_of_all_of?: Team | null;
  alternative?: Team | null;
  around_one_of?: string | number | null;
  no_type?: {
    a?: string;
  } | null;
  nothing_else?: unknown;
  in_enum?: "a" | null;
  beside_enum?: "a" | null;
  enum_alone?: "a" | null;
  items?: (string | null)[];
  values?: {
    [key: string]: number | null;
  };
}
