import type { Int64Shape } from "../runtime/int64-shape.js";

/** Where `ProblemSchema` has integers of 64 bits. */
export const int64OfProblemSchema: Int64Shape = { members: { trace: "bigint" } };
