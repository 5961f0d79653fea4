import type { Circle } from "./circle.js";
import type { Polygon } from "./polygon.js";

/** A base that lists its kinds; what no heir has is of the default. */
export type Shape = Circle | Polygon;
