export * from "./h.js";
export * from "./i.js";
