import type { ValueShape } from "../runtime/value-shape.js";

/** Where `ProblemSchema` has integers of 64 bits. */
export const shapeOfProblemSchema: ValueShape = { members: { trace: "string" } };
