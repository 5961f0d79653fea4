import type { Address } from "./address.js";

/**
 * Somebody.
 *
 * As requests have it; responses have `User`.
 */
export interface UserRequest {
  name: string;
  password: string;
  address?: Address;
  boss?: UserRequest;
}
