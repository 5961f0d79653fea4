/** Mistakes that a user of zoom-account may make. The compiler must report each, once, right after the mark. */
export interface WrongUse {
  readonly name: string;
  /** Code with the mark. */
  readonly code: string;
  /** What the message must speak of. */
  readonly says: string;
}

export const mark = "/*!*/";

/** The beginning of each wrong use; there is nothing wrong with it. */
export const before = `import { ApiError, createClient, type AccountCreateInput, type AccountCreateResponse } from "zoom-account";
import * as fixtures from "zoom-account/fixtures";
import { decodeAccountCreateForm, encodeAccountCreateForm } from "zoom-account/forms";
import { createMock } from "zoom-account/mock";
import { accountCreate, accountGet, accountList, accountPlanGet } from "zoom-account/operations";
const client = createClient();
const body = { email: "ada@example.com", first_name: "Ada", last_name: "Lovelace", password: "…" };
const plans = await accountPlanGet(client, { body: { account_id: "1" } });
const created = await accountCreate(client, { body });
const result = await accountCreate(client, { body }).result();
`;

export const wrongUses: readonly WrongUse[] = [
  {
    name: "a wrong field name",
    code: "await accountCreate(client, {\n  body: { ...body, /*!*/frist_name: 'Ada' },\n});",
    says: "frist_name",
  },
  {
    name: "a missing required field",
    code: "await accountCreate(client, {\n  /*!*/body: { email: '', first_name: '', password: '' },\n});",
    says: "last_name",
  },
  {
    name: "a number for text",
    code: "await accountCreate(client, { body: { ...body, /*!*/email: 1 } });",
    says: "string",
  },
  {
    name: "text for a boolean",
    code: "await accountCreate(client, { body: { ...body, /*!*/enable_pstn: 'true' } });",
    says: "boolean",
  },
  {
    name: "null for an optional field",
    code: "await accountCreate(client, { body: { ...body, /*!*/share_rc: null } });",
    says: "null",
  },
  {
    name: "undefined for an optional field",
    code: "await accountCreate(client, { /*!*/body: { ...body, share_rc: undefined } });",
    says: "exactOptionalPropertyTypes",
  },
  { name: "a missing input", code: "await /*!*/accountCreate(client);", says: "Expected 2-3 arguments" },
  { name: "a missing body", code: "await accountCreate(client, /*!*/{});", says: "'body'" },
  { name: "a missing client", code: "await /*!*/accountCreate({ body });", says: "Expected 2-3 arguments" },
  { name: "a body without its section", code: "await accountCreate(client, /*!*/body);", says: "'body'" },
  {
    name: "a section that the operation does not have",
    code: "await accountCreate(client, { body, /*!*/query: {} });",
    says: "query",
  },
  {
    name: "a body where all fields are optional",
    code: "await accountList(client, { body: { /*!*/page: 1 } });",
    says: "page",
  },
  { name: "an unknown auth key", code: "createClient({ auth: { /*!*/api_token: '…' } });", says: "api_token" },
  { name: "a credential that is no text", code: "createClient({ auth: { /*!*/api_key: 1 } });", says: "Credential" },
  { name: "an unknown client option", code: "createClient({ /*!*/baseURL: '…' });", says: "baseURL" },
  {
    name: "an unknown option of a call",
    code: "await accountGet(client, { body: { account_id: '1' } }, { /*!*/timeoutMs: 1 });",
    says: "timeoutMs",
  },
  {
    name: "an option of the wrong type",
    code: "createClient({ /*!*/timeout: '1s' });",
    says: "number",
  },
  { name: "an undeclared response property", code: "created./*!*/account_id;", says: "account_id" },
  { name: "an undeclared property of a list's item", code: "plans.plan_large_meeting[0]?./*!*/seats;", says: "seats" },
  {
    name: "a response property before await",
    code: "accountCreate(client, { body })./*!*/owner_id;",
    says: "owner_id",
  },
  { name: "data before ok is known", code: "result./*!*/data;", says: "data" },
  { name: "data of a failure", code: "if (!result.ok) result./*!*/data;", says: "data" },
  {
    name: "a success status that is not documented",
    code: "if (result.ok && /*!*/result.status === 201) createClient();",
    says: "no overlap",
  },
  {
    name: "an error body that is not documented",
    code: "if (!result.ok && result.status !== null) /*!*/result.error.message;",
    says: "unknown",
  },
  {
    name: "the response of a call that got none",
    code: "if (result.status === null) result./*!*/response;",
    says: "response",
  },
  {
    name: "a response type that is not the operation's",
    code: "const /*!*/other: AccountCreateResponse = plans;",
    says: "AccountCreateResponse",
  },
  { name: "the client's credentials", code: "client./*!*/auth;", says: "auth" },
  { name: "the client's options", code: "client./*!*/options;", says: "options" },
  {
    name: "an input that is changed",
    code: "declare const input: AccountCreateInput;\ninput./*!*/body = body;",
    says: "read-only",
  },
  {
    name: "an unknown operation",
    code: "import { /*!*/accountRemove } from 'zoom-account/operations';",
    says: "accountRemove",
  },
  {
    name: "a private module",
    code: "import { makeClient } from /*!*/'zoom-account/runtime/client';",
    says: "zoom-account/runtime/client",
  },
  { name: "a wrong override of a fixture", code: "fixtures.makeAccountCreateBody({ /*!*/emial: '' });", says: "emial" },
  { name: "a fixture that does not exist", code: "fixtures.accountCreate.responses[200]./*!*/other;", says: "other" },
  { name: "an unknown option of the mock", code: "createMock({ /*!*/port: 4010 });", says: "port" },
  { name: "a form that lacks fields", code: "encodeAccountCreateForm(/*!*/{ email: '' });", says: "first_name" },
  { name: "a decoded value before ok is known", code: "decodeAccountCreateForm('')./*!*/value;", says: "value" },
  {
    name: "an error's body without a look",
    code: "declare const error: ApiError;\n/*!*/error.body.message;",
    says: "unknown",
  },
];
