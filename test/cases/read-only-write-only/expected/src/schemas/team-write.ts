import type { UserRequest } from "./user-request.js";

/** As requests have it; responses have `Team`. */
export interface TeamWrite {
  members: UserRequest[];
}
