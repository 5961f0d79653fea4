import type { Team } from "./team.js";

export interface User {
  email: string | null;
  role: "admin" | "guest" | null;
  team: Team | null;
  boss?: User | null;
  tags: (string | null)[] | null;
  anything?: unknown;
}
