export * from "./query-files.js";
export * from "./trace-files.js";
export * from "./delete-files.js";
export * from "./copy-files.js";
export * from "./move-all.js";
