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
import { decodeAccountBillingUpdateForm } from "./forms/account-billing-update.js";
import { decodeAccountCreateForm } from "./forms/account-create.js";
import { decodeAccountDeleteForm } from "./forms/account-delete.js";
import { decodeAccountGetForm } from "./forms/account-get.js";
import { decodeAccountListForm } from "./forms/account-list.js";
import { decodeAccountPlanAddForm } from "./forms/account-plan-add.js";
import { decodeAccountPlanGetForm } from "./forms/account-plan-get.js";
import { decodeAccountPlanSubscribeForm } from "./forms/account-plan-subscribe.js";
import { decodeAccountPlanUpdateForm } from "./forms/account-plan-update.js";
import { decodeAccountUpdateForm } from "./forms/account-update.js";
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
          bodyRequired: true,
          decode: decodeAccountBillingUpdateForm,
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
          bodyRequired: true,
          decode: decodeAccountCreateForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountCreate.responses[200] }],
        },
        {
          operation: "accountDelete",
          method: "POST",
          path: "/ma/account/delete",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountDeleteForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountDelete.responses[200] }],
        },
        {
          operation: "accountGet",
          method: "POST",
          path: "/ma/account/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountGetForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountGet.responses[200] }],
        },
        {
          operation: "accountList",
          method: "POST",
          path: "/ma/account/list",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountListForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountList.responses[200] }],
        },
        {
          operation: "accountPlanAdd",
          method: "POST",
          path: "/ma/account/plan/add",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountPlanAddForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanAdd.responses[200] }],
        },
        {
          operation: "accountPlanGet",
          method: "POST",
          path: "/ma/account/plan/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountPlanGetForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanGet.responses[200] }],
        },
        {
          operation: "accountPlanSubscribe",
          method: "POST",
          path: "/ma/account/plan/subscribe",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountPlanSubscribeForm,
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
          bodyRequired: true,
          decode: decodeAccountPlanUpdateForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountPlanUpdate.responses[200] }],
        },
        {
          operation: "accountUpdate",
          method: "POST",
          path: "/ma/account/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          bodyRequired: true,
          decode: decodeAccountUpdateForm,
          responses: [{ status: "200", contentType: "application/json", examples: accountUpdate.responses[200] }],
        },
      ],
    },
    options,
  );
}
