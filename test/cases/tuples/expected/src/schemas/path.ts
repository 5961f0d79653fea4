import type { Point } from "./point.js";

/** Items: at least 1 */
export type Path = Point[];
