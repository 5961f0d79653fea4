import type { CatBase } from "./cat-base.js";
import type { Lion } from "./lion.js";

export type Cat =
  | Lion
  | (CatBase & {
      kind: "Cat";
    });
