export { type Auth, type ClientOptions, createClient, type RequestOptions } from "./client.js";
export {
  type AnyResult,
  ApiPromise,
  type ClientErrorStatus,
  type ErrorStatus,
  type Failure,
  type NotSent,
  type RedirectStatus,
  type ServerErrorStatus,
  type Success,
} from "./runtime/api-promise.js";
export type { Client, Credential } from "./runtime/client.js";
export {
  AbortError,
  ApiError,
  AuthError,
  CallError,
  ConnectionError,
  EncodingError,
  type ErrorContext,
  ResponseError,
  TimeoutError,
} from "./runtime/errors.js";
export { FieldError } from "./runtime/field-error.js";
export type {
  ReplacePetPath,
  ReplacePetQuery,
  ReplacePetBody,
  ReplacePetInput,
  ReplacePetResponse,
  ReplacePetError,
  ReplacePetResult,
} from "./operations/default/replace-pet.js";
export type {
  PrintPetPath,
  PrintPetInput,
  PrintPetResponse,
  PrintPetError,
  PrintPetResult,
} from "./operations/default/print-pet.js";
export type { PetBase } from "./schemas/pet-base.js";
export type { Pet } from "./schemas/pet.js";
export type { Cat } from "./schemas/cat.js";
export type { ProblemSchema } from "./schemas/problem.js";
