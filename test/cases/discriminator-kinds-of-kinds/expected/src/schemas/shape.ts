import type { Round } from "./round.js";
import type { Square } from "./square.js";

/** An heir outside of the union is of another kind. */
export type Shape = Round | Square;
