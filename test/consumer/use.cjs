// An application in CommonJS. What it learns goes to stdout, for the test.
const { ApiError, createClient } = require("zoom-account");
const fixtures = require("zoom-account/fixtures");
const { decodeAccountCreateForm, encodeAccountCreateForm } = require("zoom-account/forms");
const { createMock } = require("zoom-account/mock");
const { accountCreate } = require("zoom-account/operations");
const { accountList } = require("zoom-account/operations/account");
const { accountGet } = require("zoom-account/operations/account/account-get");

async function main() {
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
}

void main();
