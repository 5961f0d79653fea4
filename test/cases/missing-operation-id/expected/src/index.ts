export * from "./client.js";
export type { GetUsersInput, GetUsersResponse, GetUsersError, GetUsersResult } from "./operations/default/get-users.js";
export type {
  DeleteUsersByUserIdPostsByPostIdPath,
  DeleteUsersByUserIdPostsByPostIdInput,
  DeleteUsersByUserIdPostsByPostIdResponse,
  DeleteUsersByUserIdPostsByPostIdError,
  DeleteUsersByUserIdPostsByPostIdResult,
} from "./operations/default/delete-users-by-user-id-posts-by-post-id.js";
export type { GetInput, GetResponse, GetError, GetResult } from "./operations/default/get.js";
