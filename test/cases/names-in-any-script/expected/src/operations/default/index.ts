export * from "./operation-4a0aad19.js";
export * from "./naive-gro-e.js";
export * from "./put-users.js";
