import type { Article } from "./article.js";
import type { Page } from "./page.js";

export type Articles = Page & {
  content: Article[];
};
