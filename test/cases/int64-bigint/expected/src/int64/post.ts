import type { Int64Shape } from "../runtime/int64-shape.js";
import { int64OfUser } from "./user.js";

/** Where `Post` has integers of 64 bits. */
export const int64OfPost: Int64Shape = {
  members: {
    id: "bigint",
    shard: "bigint",
    parent: "bigint",
    replies: { items: () => int64OfPost },
    votes: { members: {}, others: "bigint" },
    author: { by: "kind", of: { user: () => int64OfUser } },
  },
};
