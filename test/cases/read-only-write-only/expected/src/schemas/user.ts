import type { Address } from "./address.js";
import type { Id } from "./id.js";

/** Somebody. */
export interface User {
  readonly id: Id;
  name: string;
  address?: Address;
  boss?: User;
}
