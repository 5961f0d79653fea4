import type { ValueShape } from "../runtime/value-shape.js";
import { shapeOfUser } from "./user.js";

/** Where `Post` has integers of 64 bits. */
export const shapeOfPost: ValueShape = {
  members: {
    id: "bigint",
    shard: "bigint",
    parent: "bigint",
    replies: { items: () => shapeOfPost },
    votes: { members: {}, others: "bigint" },
    author: { by: "kind", of: { user: () => shapeOfUser } },
  },
};
