import type { User } from "./user.js";

export interface ProblemUsers {
  user?: User;
}
