// An application that is an ES module. What it learns goes to stdout, for the test.
import { ApiError, createClient } from "zoom-account";
import * as fixtures from "zoom-account/fixtures";
import { decodeAccountCreateForm, encodeAccountCreateForm } from "zoom-account/forms";
import { createMock } from "zoom-account/mock";
import { accountCreate } from "zoom-account/operations";
import { accountList } from "zoom-account/operations/account";
import { accountGet } from "zoom-account/operations/account/account-get";

const client = createClient({ auth: { api_key: "key", api_secret: "secret" }, fetch: createMock() });
const { request } = fixtures.accountCreate;
const text = encodeAccountCreateForm(request.body);
const error = await accountGet(client, { body: {} }).catch((thrown) => thrown);

console.log(
  JSON.stringify({
    created: await accountCreate(client, request),
    listed: await accountList(client),
    got: await accountGet(client, fixtures.accountGet.request),
    form: text,
    decoded: decodeAccountCreateForm(text),
    made: fixtures.makeAccountCreateBody({ email: "grace@example.com" }),
    error: { isApiError: error instanceof ApiError, status: error.status, errors: error.body?.errors },
    fixtures,
  }),
);
