export * from "./client.js";
export type {
  ListUsersInput,
  ListUsersResponse,
  ListUsersError,
  ListUsersResult,
} from "./operations/default/list-users.js";
export type {
  GetAdminsByGroupPath,
  GetAdminsByGroupInput,
  GetAdminsByGroupResponse,
  GetAdminsByGroupError,
  GetAdminsByGroupResult,
} from "./operations/default/get-admins-by-group.js";
