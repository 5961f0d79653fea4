import type { Refused } from "./refused.js";
import type { Sent } from "./sent.js";

export type Outcome = Sent | Refused;
