import type { Choice } from "./choice.js";

export type Few = Choice & {
  id?: number;
};
