import { accountBillingUpdate } from "./fixtures/account-billing-update.js";
import { accountCreate } from "./fixtures/account-create.js";
import { accountDelete } from "./fixtures/account-delete.js";
import { accountGet } from "./fixtures/account-get.js";
import { accountList } from "./fixtures/account-list.js";
import { accountPlanAdd } from "./fixtures/account-plan-add.js";
import { accountPlanGet } from "./fixtures/account-plan-get.js";
import { accountPlanSubscribe } from "./fixtures/account-plan-subscribe.js";
import { accountPlanUpdate } from "./fixtures/account-plan-update.js";
import { accountUpdate } from "./fixtures/account-update.js";
import { decodeAccountBillingUpdateRequest } from "./requests/account-billing-update.js";
import { decodeAccountCreateRequest } from "./requests/account-create.js";
import { decodeAccountDeleteRequest } from "./requests/account-delete.js";
import { decodeAccountGetRequest } from "./requests/account-get.js";
import { decodeAccountListRequest } from "./requests/account-list.js";
import { decodeAccountPlanAddRequest } from "./requests/account-plan-add.js";
import { decodeAccountPlanGetRequest } from "./requests/account-plan-get.js";
import { decodeAccountPlanSubscribeRequest } from "./requests/account-plan-subscribe.js";
import { decodeAccountPlanUpdateRequest } from "./requests/account-plan-update.js";
import { decodeAccountUpdateRequest } from "./requests/account-update.js";
import { makeMock, type Mock, type MockOptions } from "./runtime/mock-fetch.js";

export type { Mock, MockOptions };

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock(
    {
      basePaths: ["/v1"],
      schemes: {
        api_key: [
          { in: "form", name: "api_key" },
          { in: "header", name: "api_key" },
        ],
        api_secret: [
          { in: "form", name: "api_secret" },
          { in: "header", name: "api_secret" },
        ],
      },
      operations: [
        {
          operation: "accountBillingUpdate",
          method: "POST",
          path: "/ma/account/billing/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountBillingUpdateRequest,
          responses: [
            { status: "200", contentType: "application/json", examples: accountBillingUpdate.responses[200] },
          ],
        },
        {
          operation: "accountCreate",
          method: "POST",
          path: "/ma/account/create",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountCreateRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountCreate.responses[200] }],
        },
        {
          operation: "accountDelete",
          method: "POST",
          path: "/ma/account/delete",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountDeleteRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountDelete.responses[200] }],
        },
        {
          operation: "accountGet",
          method: "POST",
          path: "/ma/account/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountGetRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountGet.responses[200] }],
        },
        {
          operation: "accountList",
          method: "POST",
          path: "/ma/account/list",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountListRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountList.responses[200] }],
        },
        {
          operation: "accountPlanAdd",
          method: "POST",
          path: "/ma/account/plan/add",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanAddRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanAdd.responses[200] }],
        },
        {
          operation: "accountPlanGet",
          method: "POST",
          path: "/ma/account/plan/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanGetRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanGet.responses[200] }],
        },
        {
          operation: "accountPlanSubscribe",
          method: "POST",
          path: "/ma/account/plan/subscribe",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanSubscribeRequest,
          responses: [
            { status: "200", contentType: "application/json", examples: accountPlanSubscribe.responses[200] },
          ],
        },
        {
          operation: "accountPlanUpdate",
          method: "POST",
          path: "/ma/account/plan/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanUpdateRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanUpdate.responses[200] }],
        },
        {
          operation: "accountUpdate",
          method: "POST",
          path: "/ma/account/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountUpdateRequest,
          responses: [{ status: "200", contentType: "application/json", examples: accountUpdate.responses[200] }],
        },
      ],
    },
    options,
  );
}
