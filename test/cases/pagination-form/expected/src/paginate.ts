export { paginate } from "./runtime/paginate.js";
export type { Page, Paginated } from "./runtime/pages.js";
