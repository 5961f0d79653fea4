import type { Cat } from "./cat.js";
import type { Dog } from "./dog.js";
import type { Fish } from "./fish.js";

export type Pet =
  | (Cat & {
      kind?: "cat";
    })
  | Dog
  | Fish;
