export * from "./client.js";
export type {
  AccountBillingUpdateBody,
  AccountBillingUpdateInput,
  AccountBillingUpdateResponse,
  AccountBillingUpdateError,
  AccountBillingUpdateResult,
} from "./operations/account/account-billing-update.js";
export type {
  AccountCreateBody,
  AccountCreateInput,
  AccountCreateResponse,
  AccountCreateError,
  AccountCreateResult,
} from "./operations/account/account-create.js";
export type {
  AccountDeleteBody,
  AccountDeleteInput,
  AccountDeleteResponse,
  AccountDeleteError,
  AccountDeleteResult,
} from "./operations/account/account-delete.js";
export type {
  AccountGetBody,
  AccountGetInput,
  AccountGetResponse,
  AccountGetError,
  AccountGetResult,
} from "./operations/account/account-get.js";
export type {
  AccountListBody,
  AccountListInput,
  AccountListResponse,
  AccountListError,
  AccountListResult,
} from "./operations/account/account-list.js";
export type {
  AccountPlanAddBody,
  AccountPlanAddInput,
  AccountPlanAddResponse,
  AccountPlanAddError,
  AccountPlanAddResult,
} from "./operations/account/account-plan-add.js";
export type {
  AccountPlanGetBody,
  AccountPlanGetInput,
  AccountPlanGetResponse,
  AccountPlanGetError,
  AccountPlanGetResult,
} from "./operations/account/account-plan-get.js";
export type {
  AccountPlanSubscribeBody,
  AccountPlanSubscribeInput,
  AccountPlanSubscribeResponse,
  AccountPlanSubscribeError,
  AccountPlanSubscribeResult,
} from "./operations/account/account-plan-subscribe.js";
export type {
  AccountPlanUpdateBody,
  AccountPlanUpdateInput,
  AccountPlanUpdateResponse,
  AccountPlanUpdateError,
  AccountPlanUpdateResult,
} from "./operations/account/account-plan-update.js";
export type {
  AccountUpdateBody,
  AccountUpdateInput,
  AccountUpdateResponse,
  AccountUpdateError,
  AccountUpdateResult,
} from "./operations/account/account-update.js";
export type { PlanAudio } from "./schemas/plan-audio.js";
export type { DecodeResult, Problem } from "./runtime/form-reader.js";
