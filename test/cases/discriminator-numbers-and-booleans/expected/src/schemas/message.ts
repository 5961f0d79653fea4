import type { First } from "./first.js";
import type { Second } from "./second.js";

export type Message = First | Second;
