import type { Key } from "./key.js";

export type Translations = {
  [key in Key]?: string;
};
