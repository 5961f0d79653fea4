export * from "./client.js";
export type {
  GetUserViaGetAInput,
  GetUserViaGetAResponse,
  GetUserViaGetAError,
  GetUserViaGetAResult,
} from "./operations/default/get-user-via-get-a.js";
export type {
  GetUserOperationInput,
  GetUserOperationResponse,
  GetUserOperationError,
  GetUserOperationResult,
} from "./operations/default/get-user.js";
export type {
  GetUserViaGetCInput,
  GetUserViaGetCResponse,
  GetUserViaGetCError,
  GetUserViaGetCResult,
} from "./operations/default/get-user-via-get-c.js";
export type { GetURLInput, GetURLResponse, GetURLError, GetURLResult } from "./operations/default/get-url-c908f170.js";
export type { GetUrlInput, GetUrlResponse, GetUrlError, GetUrlResult } from "./operations/default/get-url.js";
export type {
  GetXY_2a44140cInput,
  GetXY_2a44140cResponse,
  GetXY_2a44140cError,
  GetXY_2a44140cResult,
} from "./operations/default/get-xy-2a44140c.js";
export type {
  GetXY_2e3f9d2aInput,
  GetXY_2e3f9d2aResponse,
  GetXY_2e3f9d2aError,
  GetXY_2e3f9d2aResult,
} from "./operations/default/get-xy-2e3f9d2a.js";
export type {
  GetGenresOperationInput,
  GetGenresOperationResponse,
  GetGenresOperationError,
  GetGenresOperationResult,
} from "./operations/default/get-genres.js";
export type {
  ApiOperationInput,
  ApiOperationResponse,
  ApiOperationError,
  ApiOperationResult,
} from "./operations/default/api.js";
export type {
  MakeGetUserResponseInput,
  MakeGetUserResponseResponse,
  MakeGetUserResponseError,
  MakeGetUserResponseResult,
} from "./operations/default/make-get-user-response.js";
export type {
  CreateMockViaGetMockInput,
  CreateMockViaGetMockResponse,
  CreateMockViaGetMockError,
  CreateMockViaGetMockResult,
} from "./operations/default/create-mock-via-get-mock.js";
export type { GetGenresResponse } from "./schemas/get-genres-response.js";
export type { genre } from "./schemas/genre-766c79c0.js";
export type { Genre } from "./schemas/genre.js";
export type { GenreKind_858b795d } from "./schemas/genre-kind-858b795d.js";
export type { GenreKind_c7b37acc } from "./schemas/genre-kind-c7b37acc.js";
export type { GenreKind } from "./schemas/genre-kind.js";
export type { createClientSchema } from "./schemas/create-client.js";
