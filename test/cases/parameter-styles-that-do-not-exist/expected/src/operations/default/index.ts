export * from "./get-thing.js";
