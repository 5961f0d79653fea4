// The same calls in Node and in a page: bundled by esbuild for each.
import {
  AbortError,
  ApiError,
  AuthError,
  type Client,
  ConnectionError,
  createClient,
  TimeoutError,
} from "zoom-account";
import * as fixtures from "zoom-account/fixtures";
import { createMock } from "zoom-account/mock";
import * as operations from "zoom-account/operations";

const auth = { api_key: "key+1", api_secret: "s&c=r%t" };

export { createMock, fixtures };

/** Values that encoders get wrong, and a long one. */
export const awkward: Readonly<Record<string, string>> = {
  plus: "a+b@x.com",
  ampersand: "Zoë & Co",
  bare: "R&D%41+1",
  percent: "p=w&d%41",
  emoji: "👩‍👩‍👧 🏳️‍🌈",
  marks: "!'()*~-._ \u00a0",
  lines: "one\r\ntwo\nthree\ttab\0",
  empty: "",
  long: "Zoë & Co+".repeat(100_000),
};

export function makeClient(baseUrl: string): Client {
  return createClient({ auth, baseUrl });
}

export function makeMockClient(): Client {
  return createClient({ auth, fetch: createMock() });
}

/** Calls each operation with its fixture. */
export async function callAll(
  client: Client,
): Promise<Readonly<Record<keyof typeof fixtures & keyof typeof operations, unknown>>> {
  return {
    accountBillingUpdate: await operations.accountBillingUpdate(client, fixtures.accountBillingUpdate.request),
    accountCreate: await operations.accountCreate(client, fixtures.accountCreate.request),
    accountDelete: await operations.accountDelete(client, fixtures.accountDelete.request),
    accountGet: await operations.accountGet(client, fixtures.accountGet.request),
    accountList: await operations.accountList(client, fixtures.accountList.request),
    accountPlanAdd: await operations.accountPlanAdd(client, fixtures.accountPlanAdd.request),
    accountPlanGet: await operations.accountPlanGet(client, fixtures.accountPlanGet.request),
    accountPlanSubscribe: await operations.accountPlanSubscribe(client, fixtures.accountPlanSubscribe.request),
    accountPlanUpdate: await operations.accountPlanUpdate(client, fixtures.accountPlanUpdate.request),
    accountUpdate: await operations.accountUpdate(client, fixtures.accountUpdate.request),
  };
}

/** Calls an operation with each awkward value. */
export async function callAwkward(client: Client): Promise<void> {
  for (const name of Object.values(awkward))
    await operations.accountUpdate(client, { body: { account_id: "1", share_rc: name } });
}

/** What each way to fail comes to: the error's class, and its status where there is one. */
export async function fail(origin: string): Promise<Readonly<Record<string, string>>> {
  const { request } = fixtures.accountGet;
  const client = makeClient(`${origin}/v1`);
  const outcomes = {
    // The type does not allow it: what a caller in JavaScript may do.
    refused: operations.accountGet(client, { body: {} as { account_id: string } }),
    withoutCredentials: operations.accountGet(createClient({ baseUrl: `${origin}/v1` }), request),
    broken: operations.accountGet(client, request, { baseUrl: `${origin}/broken` }),
    late: operations.accountGet(client, request, { baseUrl: `${origin}/silent`, timeout: 20 }),
    aborted: operations.accountGet(client, request, { signal: AbortSignal.abort() }),
  };
  const described = Object.entries(outcomes).map(async ([name, call]) => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    const kind = [ApiError, AuthError, ConnectionError, TimeoutError, AbortError].find((type) => error instanceof type);
    return [name, (kind?.name ?? String(error)) + (error instanceof ApiError ? ` ${error.status}` : "")] as const;
  });
  return Object.fromEntries(await Promise.all(described));
}

/** A call that is answered with a redirect. */
export async function redirect(origin: string): Promise<boolean> {
  const result = await operations.accountGet(makeClient(`${origin}/moved`), fixtures.accountGet.request).result();
  return result.ok;
}
