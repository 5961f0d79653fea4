export * from "./client.js";
export type {
  ПолучитьПользователяInput,
  ПолучитьПользователяResponse,
  ПолучитьПользователяError,
  ПолучитьПользователяResult,
} from "./operations/default/operation-4a0aad19.js";
export type {
  NaiveGroßeInput,
  NaiveGroßeResponse,
  NaiveGroßeError,
  NaiveGroßeResult,
} from "./operations/default/naive-gro-e.js";
export type { PutUsersInput, PutUsersResponse, PutUsersError, PutUsersResult } from "./operations/default/put-users.js";
export type { 用户 } from "./schemas/schema-c4ec0f60.js";
export type { View } from "./schemas/view.js";
