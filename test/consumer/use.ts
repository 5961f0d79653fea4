// An application in TypeScript: compiles with no error, and every type is exactly what it says here.
import {
  type AccountCreateBody,
  type AccountCreateError,
  type AccountCreateInput,
  type AccountCreateResponse,
  type AccountCreateResult,
  type AccountListResponse,
  type AccountPlanGetResponse,
  type ErrorStatus,
  type Failure,
  type NotSent,
  type Success,
  AbortError,
  ApiError,
  type CallFailure,
  AuthError,
  type Client,
  type ClientOptions,
  ConnectionError,
  createClient,
  EncodingError,
  type RequestOptions,
  TimeoutError,
} from "zoom-account";
import { accountCreate as fixture, makeAccountCreateBody, makeAccountCreateResponse } from "zoom-account/fixtures";
import { decodeAccountCreateForm, encodeAccountCreateForm } from "zoom-account/forms";
import { createMock, type Mock } from "zoom-account/mock";
import { accountCreate, accountDelete, accountList, accountPlanGet } from "zoom-account/operations";
import { accountGet } from "zoom-account/operations/account";
import { accountUpdate, type AccountUpdateBody } from "zoom-account/operations/account/account-update";
import { type Page, paginate } from "zoom-account/paginate";

type Eq<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...equal: Eq<A, B> extends true ? [] : [never]): void;

interface Created {
  id: string;
  owner_id: string;
  owner_email: string;
  created_at: string;
}

const options: ClientOptions = { auth: { api_key: "key", api_secret: () => Promise.resolve("secret") } };
const perCall: RequestOptions = { timeout: 1000, signal: AbortSignal.timeout(1), headers: { "x-trace": "1" } };
export const mock: Mock = createMock({
  onRequest: (request, response) => {
    same<typeof request, Request>();
    same<typeof response, Response>();
  },
});
export const client: Client = createClient({ ...options, fetch: mock, baseUrl: "https://example.com" });
export const withGlobalFetch: Client = createClient({ fetch });
export const withoutOptions: Client = createClient();

export async function calls(): Promise<void> {
  const body: AccountCreateBody = { email: "ada@example.com", first_name: "Ada", last_name: "Lovelace", password: "…" };
  const input: AccountCreateInput = { body };
  const created = await accountCreate(client, input, perCall);
  same<typeof created, AccountCreateResponse>();
  same<keyof AccountCreateResponse, keyof Created>();
  same<AccountCreateResponse["owner_id"], string>();

  const plans = await accountPlanGet(client, { body: { account_id: "1" } });
  same<typeof plans, AccountPlanGetResponse>();
  same<AccountPlanGetResponse["plan_large_meeting"], { type: string; hosts: number }[]>();

  const list = await accountList(client);
  const first = list.subAccounts[0];
  same<NonNullable<typeof first>["created_at"], string>();
  same<undefined extends typeof first ? true : false, true>();
  await accountList(client, {});
  await accountList(client, { body: { api_key: "mine" } }, perCall);
  await accountDelete(client, { body: { account_id: "1" } });
  await accountGet(client, { body: { account_id: "1" } });
  const update: AccountUpdateBody = { account_id: "1" };
  await accountUpdate(client, { body: update });
}

export async function outcomes(): Promise<string> {
  const result = await accountCreate(client, { body: makeAccountCreateBody({ email: "grace@example.com" }) }).result();
  same<typeof result, AccountCreateResult>();
  same<AccountCreateResult, Success<200, AccountCreateResponse> | Failure<ErrorStatus, unknown> | NotSent>();
  same<AccountCreateError, unknown>();
  if (result.ok) {
    same<typeof result, Success<200, AccountCreateResponse>>();
    same<typeof result.status, 200>();
    same<typeof result.data, AccountCreateResponse>();
    same<ReturnType<typeof result.headers.get>, string | null>();
    same<typeof result.response, Response>();
    return result.data.owner_id;
  }
  if (result.status === null) {
    same<typeof result, NotSent>();
    same<typeof result.error, CallFailure>();
    return result.error.message;
  }
  same<typeof result, Failure<ErrorStatus, unknown>>();
  same<typeof result.status, ErrorStatus>();
  const status: number = result.status;
  if (status === 0) return "refused redirect";
  same<typeof result.error, unknown>();
  return result.response.statusText;
}

export async function errors(): Promise<string> {
  const response = await accountCreate(client, fixture.request).response();
  same<typeof response, Response>();
  try {
    await accountCreate(client, fixture.request);
    return "";
  } catch (error) {
    if (error instanceof ApiError) {
      same<typeof error.body, unknown>();
      return String(error.status) + error.url + error.operation;
    }
    if (error instanceof AuthError || error instanceof EncodingError) return error.operation;
    if (error instanceof ConnectionError || error instanceof TimeoutError || error instanceof AbortError)
      return error.message;
    throw error;
  }
}

export function forms(): AccountCreateBody | string {
  const text = encodeAccountCreateForm(makeAccountCreateBody());
  same<typeof text, string>();
  const decoded = decodeAccountCreateForm(text);
  if (decoded.ok) {
    same<typeof decoded.value, AccountCreateBody>();
    return decoded.value;
  }
  return decoded.problems.map(({ field, message }) => field + message).join();
}

export const response: AccountCreateResponse = makeAccountCreateResponse({ id: "1" });
same<(typeof fixture.responses)[200]["default"], AccountCreateResponse>();

export const promises: Promise<AccountCreateResponse>[] = [accountCreate(client, fixture.request)];

export async function pages(): Promise<void> {
  type Account = AccountListResponse["subAccounts"][number];
  for await (const account of paginate(accountList, client, { body: { page_size: 100 } }, perCall))
    same<typeof account, Account>();
  for await (const page of paginate(accountList, client).pages())
    same<typeof page, Page<Account, AccountListResponse>>();
}
