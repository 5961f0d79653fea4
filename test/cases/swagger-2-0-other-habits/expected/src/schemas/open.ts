import type { Id } from "./id.js";

/** Items: at least 1 */
export type Open = [string, ...Id[]];
