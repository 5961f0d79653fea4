import type { ValueShape } from "../runtime/value-shape.js";
import { shapeOfUser } from "./user.js";

/** Where `Post` has integers of 64 bits. */
export const shapeOfPost: ValueShape = {
  members: {
    id: "string",
    shard: "string",
    parent: "string",
    replies: { items: () => shapeOfPost },
    votes: { members: {}, others: "string" },
    author: { by: "kind", of: { user: () => shapeOfUser } },
  },
};
