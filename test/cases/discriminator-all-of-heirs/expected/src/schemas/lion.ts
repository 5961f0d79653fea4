import type { CatBase } from "./cat-base.js";

export type Lion = CatBase & {
  pride?: string;
  kind: "Lion";
};
