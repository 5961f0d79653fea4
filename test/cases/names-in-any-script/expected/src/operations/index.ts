export * from "./default/index.js";
