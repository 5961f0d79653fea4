export * from "./get-users.js";
export * from "./delete-users-by-user-id-posts-by-post-id.js";
export * from "./get.js";
