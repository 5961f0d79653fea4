/** Calls on the facade are those of the functions: same requests, same answers. */
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { createFacade } from "../../generated/zoom-account/src/facade.js";
import { createFacade as createAccount } from "../../generated/zoom-account/src/facade/account.js";
import { ApiError, createClient } from "../../generated/zoom-account/src/index.js";
import { createMock } from "../../generated/zoom-account/src/mock.js";
import { bundlePackage } from "../bundle-package.js";
import { runCase } from "../case-runner.js";
import { credentials, type Fields, zoomOperations } from "./zoom-operations.js";

const mock = createMock();
beforeEach(() => {
  mock.reset();
});

const client = createClient({ fetch: mock, auth: credentials });
const zoom = createFacade(client);

/** The method of an operation, its types taken away, so that a table can hold it. */
function methodOf(name: string): (input: { readonly body: Fields }) => Promise<unknown> {
  const short = name.replace(/^account./, (start) => start.slice(-1).toLowerCase());
  const methods = zoom.account as unknown as Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  const method = methods[short];
  if (method === undefined) throw new Error(`no method ${short}`);
  return method;
}

describe("a call on the facade", () => {
  it.each(zoomOperations)("$name", async ({ name, body, response }) => {
    expect(await methodOf(name)({ body })).toStrictEqual(response);
    expect(mock.requests).toMatchObject([{ operation: name, input: { body } }]);
  });

  it("takes options, and gives the outcome as a value", async () => {
    const options = { baseUrl: "https://other.test/v1" };
    const result = await zoom.account.get({ body: { account_id: "1" } }, options).result();
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(mock.requests[0]?.url).toBe("https://other.test/v1/ma/account/get");
  });

  it("fails as the function does", async () => {
    const wrong = createFacade(
      createClient({ fetch: () => Promise.resolve(new Response("", { status: 404 })), auth: credentials }),
    );
    await expect(wrong.account.get({ body: { account_id: "1" } })).rejects.toBeInstanceOf(ApiError);
  });

  it("can be one of a group that was imported alone", async () => {
    const { list } = createAccount(client);
    expect(await list({ body: {} })).toMatchObject({ page_count: 1 });
  });
});

describe("in a bundle", async () => {
  const folder = fileURLToPath(new URL("../cases/facade", import.meta.url));
  const { files } = await runCase({ name: "facade", folder, shown: [] });
  const bundle = (entry: string) => bundlePackage(files ?? [], entry);

  it("the functions are without the facade", async () => {
    const bundled = await bundle(`export { listGiftCards } from "./src/operations/index.js";`);
    expect(bundled).toContain('"/cards"');
    expect(bundled).not.toContain("/orders");
  });

  it("a group is without the others, the facade has all", async () => {
    expect(await bundle(`export * from "./src/facade/gift-cards.js";`)).not.toContain("/orders");
    expect(await bundle(`export * from "./src/facade.js";`)).toContain("/orders");
  });
});
