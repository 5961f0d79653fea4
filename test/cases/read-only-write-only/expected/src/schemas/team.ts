import type { User } from "./user.js";

export interface Team {
  /** Format: `date-time` */
  readonly created_at: string;
  members: User[];
}
