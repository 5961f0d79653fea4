// An application in TypeScript that becomes CommonJS.
import { type AccountCreateResponse, type AccountListResponse, type Client, createClient } from "zoom-account";
import * as fixtures from "zoom-account/fixtures";
import { encodeAccountCreateForm } from "zoom-account/forms";
import { createMock } from "zoom-account/mock";
import { accountCreate } from "zoom-account/operations";
import { accountList } from "zoom-account/operations/account";
import { accountGet, type AccountGetResponse } from "zoom-account/operations/account/account-get";

const client: Client = createClient({ fetch: createMock(), auth: { api_key: "1", api_secret: "2" } });
export const created: Promise<AccountCreateResponse> = accountCreate(client, fixtures.accountCreate.request);
export const listed: Promise<AccountListResponse> = accountList(client);
export const got: Promise<AccountGetResponse> = accountGet(client, { body: { account_id: "1" } });
export const form: string = encodeAccountCreateForm(fixtures.makeAccountCreateBody());
