import type { PageUsers } from "./page-users.js";
import type { User } from "./user.js";

export interface Page {
  next?: PageUsers;
  owner?: User;
}
