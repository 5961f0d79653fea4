import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { accountCreate as fixtures } from "../../generated/zoom-account/src/fixtures/account-create.js";
import { ApiError, type Client, createClient } from "../../generated/zoom-account/src/index.js";
import { accountCreate } from "../../generated/zoom-account/src/operations/index.js";
import { hasPrism, type Prism, startPrism } from "./prism-server.js";
import { credentials, specification, zoomOperations } from "./zoom-operations.js";

const withoutField = zoomOperations.flatMap((operation) =>
  operation.document.required
    .filter((field) => !Object.hasOwn(credentials, field))
    .map((field) => ({ ...operation, field })),
);

describe.skipIf(!hasPrism)("against Prism (skipped where @stoplight/prism-cli is not installed)", () => {
  let prism: Prism | undefined;
  let client: Client;
  beforeAll(async () => {
    prism = await startPrism(specification);
    client = createClient({ baseUrl: prism.url, auth: credentials });
  });
  afterAll(async () => {
    await prism?.close();
  });

  it("there are ten operations, and required fields to remove", () => {
    expect(zoomOperations).toHaveLength(10);
    expect(withoutField.length).toBeGreaterThanOrEqual(9);
  });

  it.each(zoomOperations)("$name is valid, and answered with the document's example", async (operation) => {
    const data = await operation.call(client, operation.body);
    expect(data).toStrictEqual(operation.response);
    expect(data).toStrictEqual(operation.document.example);
    expect(await operation.call(client, operation.body).result()).toMatchObject({ ok: true, status: 200, data });
  });

  it.each(withoutField)(
    "$name without $field is refused: 422, as a typed error",
    async ({ name, call, body, field }) => {
      const incomplete = Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
      const problem = { status: 422, validation: [{ message: expect.stringContaining(field) as string }] };
      const failing = call(client, incomplete);
      const error: unknown = await failing.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ name: "ApiError", operation: name, status: 422, body: problem });
      expect(await failing.result()).toMatchObject({ ok: false, status: 422, error: problem });
      // The answer can still be read as it came.
      expect(await (await failing.response()).json()).toMatchObject(problem);
    },
  );

  it("the credentials that accountList requires are the client's: without them it is refused", async () => {
    const list = zoomOperations.find(({ name }) => name === "accountList");
    expect(list?.document.required).toEqual(["api_key", "api_secret"]);
    const url = `${prism?.url ?? ""}${list?.path ?? ""}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const refusal = await fetch(url, { method: "POST", headers, body: "api_key=1" });
    expect([refusal.status, await refusal.text()]).toEqual([422, expect.stringContaining("api_secret")]);
  });

  it("data and errors have their types", async () => {
    const result = await accountCreate(client, fixtures.request).result();
    if (!result.ok) throw new Error("Prism refused a valid request");
    expectTypeOf(result.status).toEqualTypeOf<200>();
    expectTypeOf(result.data.owner_id).toBeString();
    expect(result.data.owner_id).toBe(fixtures.responses[200].default.owner_id);

    const wrong = { body: { ...fixtures.request.body, enable_pstn: "perhaps" as unknown as boolean } };
    const failure = await accountCreate(client, wrong).result();
    if (failure.ok || failure.status === null) throw new Error("Prism accepted an invalid request");
    expectTypeOf(failure.error).toBeUnknown();
    expect(failure).toMatchObject({ status: 422, error: { validation: [{ location: ["body", "enable_pstn"] }] } });
  });
});
