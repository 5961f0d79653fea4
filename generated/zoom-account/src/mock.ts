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
import { schemasOfAccountBillingUpdate } from "./json-schemas/operations/account-billing-update.js";
import { schemasOfAccountCreate } from "./json-schemas/operations/account-create.js";
import { schemasOfAccountDelete } from "./json-schemas/operations/account-delete.js";
import { schemasOfAccountGet } from "./json-schemas/operations/account-get.js";
import { schemasOfAccountList } from "./json-schemas/operations/account-list.js";
import { schemasOfAccountPlanAdd } from "./json-schemas/operations/account-plan-add.js";
import { schemasOfAccountPlanGet } from "./json-schemas/operations/account-plan-get.js";
import { schemasOfAccountPlanSubscribe } from "./json-schemas/operations/account-plan-subscribe.js";
import { schemasOfAccountPlanUpdate } from "./json-schemas/operations/account-plan-update.js";
import { schemasOfAccountUpdate } from "./json-schemas/operations/account-update.js";
import type {
  AccountBillingUpdateInput,
  AccountBillingUpdateResponse,
  AccountBillingUpdateResult,
} from "./operations/account/account-billing-update.js";
import type {
  AccountCreateInput,
  AccountCreateResponse,
  AccountCreateResult,
} from "./operations/account/account-create.js";
import type {
  AccountDeleteInput,
  AccountDeleteResponse,
  AccountDeleteResult,
} from "./operations/account/account-delete.js";
import type { AccountGetInput, AccountGetResponse, AccountGetResult } from "./operations/account/account-get.js";
import type { AccountListInput, AccountListResponse, AccountListResult } from "./operations/account/account-list.js";
import type {
  AccountPlanAddInput,
  AccountPlanAddResponse,
  AccountPlanAddResult,
} from "./operations/account/account-plan-add.js";
import type {
  AccountPlanGetInput,
  AccountPlanGetResponse,
  AccountPlanGetResult,
} from "./operations/account/account-plan-get.js";
import type {
  AccountPlanSubscribeInput,
  AccountPlanSubscribeResponse,
  AccountPlanSubscribeResult,
} from "./operations/account/account-plan-subscribe.js";
import type {
  AccountPlanUpdateInput,
  AccountPlanUpdateResponse,
  AccountPlanUpdateResult,
} from "./operations/account/account-plan-update.js";
import type {
  AccountUpdateInput,
  AccountUpdateResponse,
  AccountUpdateResult,
} from "./operations/account/account-update.js";
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
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly accountBillingUpdate: {
    readonly input: AccountBillingUpdateInput;
    readonly response: AccountBillingUpdateResponse;
    readonly result: AccountBillingUpdateResult;
  };
  readonly accountCreate: {
    readonly input: AccountCreateInput;
    readonly response: AccountCreateResponse;
    readonly result: AccountCreateResult;
  };
  readonly accountDelete: {
    readonly input: AccountDeleteInput;
    readonly response: AccountDeleteResponse;
    readonly result: AccountDeleteResult;
  };
  readonly accountGet: {
    readonly input: AccountGetInput;
    readonly response: AccountGetResponse;
    readonly result: AccountGetResult;
  };
  readonly accountList: {
    readonly input: AccountListInput;
    readonly response: AccountListResponse;
    readonly result: AccountListResult;
  };
  readonly accountPlanAdd: {
    readonly input: AccountPlanAddInput;
    readonly response: AccountPlanAddResponse;
    readonly result: AccountPlanAddResult;
  };
  readonly accountPlanGet: {
    readonly input: AccountPlanGetInput;
    readonly response: AccountPlanGetResponse;
    readonly result: AccountPlanGetResult;
  };
  readonly accountPlanSubscribe: {
    readonly input: AccountPlanSubscribeInput;
    readonly response: AccountPlanSubscribeResponse;
    readonly result: AccountPlanSubscribeResult;
  };
  readonly accountPlanUpdate: {
    readonly input: AccountPlanUpdateInput;
    readonly response: AccountPlanUpdateResponse;
    readonly result: AccountPlanUpdateResult;
  };
  readonly accountUpdate: {
    readonly input: AccountUpdateInput;
    readonly response: AccountUpdateResponse;
    readonly result: AccountUpdateResult;
  };
}

/** A `fetch` that answers by itself, what it was sent, and where a test gives other answers. */
export type Mock = MockOf<MockOperations>;

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock<MockOperations>(
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
      operations: {
        accountBillingUpdate: {
          operation: "accountBillingUpdate",
          method: "POST",
          path: "/ma/account/billing/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountBillingUpdateRequest,
          schemas: schemasOfAccountBillingUpdate,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountBillingUpdate.responses["200"],
              examples: accountBillingUpdate.responses[200],
            },
          ],
        },
        accountCreate: {
          operation: "accountCreate",
          method: "POST",
          path: "/ma/account/create",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountCreateRequest,
          schemas: schemasOfAccountCreate,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountCreate.responses["200"],
              examples: accountCreate.responses[200],
            },
          ],
        },
        accountDelete: {
          operation: "accountDelete",
          method: "POST",
          path: "/ma/account/delete",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountDeleteRequest,
          schemas: schemasOfAccountDelete,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountDelete.responses["200"],
              examples: accountDelete.responses[200],
            },
          ],
        },
        accountGet: {
          operation: "accountGet",
          method: "POST",
          path: "/ma/account/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountGetRequest,
          schemas: schemasOfAccountGet,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountGet.responses["200"],
              examples: accountGet.responses[200],
            },
          ],
        },
        accountList: {
          operation: "accountList",
          method: "POST",
          path: "/ma/account/list",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountListRequest,
          schemas: schemasOfAccountList,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountList.responses["200"],
              examples: accountList.responses[200],
            },
          ],
        },
        accountPlanAdd: {
          operation: "accountPlanAdd",
          method: "POST",
          path: "/ma/account/plan/add",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanAddRequest,
          schemas: schemasOfAccountPlanAdd,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountPlanAdd.responses["200"],
              examples: accountPlanAdd.responses[200],
            },
          ],
        },
        accountPlanGet: {
          operation: "accountPlanGet",
          method: "POST",
          path: "/ma/account/plan/get",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanGetRequest,
          schemas: schemasOfAccountPlanGet,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountPlanGet.responses["200"],
              examples: accountPlanGet.responses[200],
            },
          ],
        },
        accountPlanSubscribe: {
          operation: "accountPlanSubscribe",
          method: "POST",
          path: "/ma/account/plan/subscribe",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanSubscribeRequest,
          schemas: schemasOfAccountPlanSubscribe,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountPlanSubscribe.responses["200"],
              examples: accountPlanSubscribe.responses[200],
            },
          ],
        },
        accountPlanUpdate: {
          operation: "accountPlanUpdate",
          method: "POST",
          path: "/ma/account/plan/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountPlanUpdateRequest,
          schemas: schemasOfAccountPlanUpdate,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountPlanUpdate.responses["200"],
              examples: accountPlanUpdate.responses[200],
            },
          ],
        },
        accountUpdate: {
          operation: "accountUpdate",
          method: "POST",
          path: "/ma/account/update",
          security: [["api_key", "api_secret"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeAccountUpdateRequest,
          schemas: schemasOfAccountUpdate,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfAccountUpdate.responses["200"],
              examples: accountUpdate.responses[200],
            },
          ],
        },
      },
    },
    options,
  );
}
