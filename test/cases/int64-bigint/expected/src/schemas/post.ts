import type { Bot } from "./bot.js";
import type { Id } from "./id.js";
import type { Shard } from "./shard.js";
import type { User } from "./user.js";

export interface Post {
  id: Id;
  /** @example 5 */
  likes: number;
  shard?: Shard;
  /**
   * Format: `int64`
   *
   * @default 0
   */
  parent?: bigint | null;
  replies?: Post[];
  /** @example {"ada":7} */
  votes?: {
    [key: string]: bigint;
  };
  author?: User | Bot;
}
