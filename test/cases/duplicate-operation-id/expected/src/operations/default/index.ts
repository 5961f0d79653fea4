export * from "./list-users.js";
export * from "./get-admins-by-group.js";
