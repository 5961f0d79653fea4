import { describe, expect, expectTypeOf, it } from "vitest";
import type { ApiPromise, Failure, Success } from "../../templates/client/src/runtime/api-promise.js";
import { type CallOptions, type Client, makeClient } from "../../templates/client/src/runtime/client.js";
import { ResponseError } from "../../templates/client/src/runtime/errors.js";
import {
  SchemaError,
  type StandardSchema,
  validated,
  withSchemas,
} from "../../templates/client/src/runtime/validate.js";
import { json, recordingFetch } from "./recording-fetch.js";

interface Pet {
  name: string;
}
const getPet = (
  client: Client,
  _input: { id: string },
  options?: CallOptions,
): ApiPromise<Pet, Success<200, Pet> | Failure<404, string>> =>
  client.send({ operation: "getPet", method: "GET", path: "/pet" }, options);

/** A schema as the libraries make them: names in upper case, and nothing else. */
const upper: StandardSchema<{ NAME: string }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: async (value) => {
      await Promise.resolve();
      const { name } = Object(value) as Partial<Pet>;
      return typeof name === "string"
        ? { value: { NAME: name.toUpperCase() } }
        : {
            issues: [
              { message: "no text", path: ["name"] },
              { message: "odd", path: [{ key: "a" }, 0] },
              { message: "whole" },
            ],
          };
    },
  },
};

const clientOf = (answer: () => Response) =>
  makeClient({ baseUrl: "https://api.test", userAgent: "t/1" }, { fetch: recordingFetch(answer).fetch });

describe("an operation with a schema", () => {
  const checked = validated(getPet, upper);

  it("gives what the schema makes of the data", async () => {
    const client = clientOf(() => json({ name: "Ada" }));
    expect(await checked(client, { id: "1" })).toEqual({ NAME: "ADA" });
    expect(await checked(client, { id: "1" }).result()).toMatchObject({ ok: true, data: { NAME: "ADA" } });
    expectTypeOf(checked).parameters.toEqualTypeOf<Parameters<typeof getPet>>();
    expectTypeOf(checked).returns.resolves.toEqualTypeOf<{ NAME: string }>();
    expectTypeOf(checked).returns.toEqualTypeOf<
      ApiPromise<{ NAME: string }, Success<200, { NAME: string }> | Failure<404, string>>
    >();
  });

  it("refuses what the schema does not allow, with what it found", async () => {
    const error: unknown = await checked(
      clientOf(() => json({ name: 1 })),
      { id: "1" },
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      message: "getPet: the answer is not what its schema allows: name: no text; a.0: odd; whole",
      status: 200,
      body: '{"name":1}',
    });
    expect(error instanceof ResponseError && error.cause instanceof SchemaError && error.cause.issues).toHaveLength(3);
  });

  it("leaves errors as they are", async () => {
    expect(
      await checked(
        clientOf(() => json("no", 404)),
        { id: "1" },
      ).result(),
    ).toMatchObject({ status: 404, error: "no" });
  });
});

describe("a client with schemas", () => {
  it("checks the operations that have one", async () => {
    const client = withSchemas(
      clientOf(() => json({})),
      { getPet: upper },
    );
    await expect(getPet(client, { id: "1" })).rejects.toBeInstanceOf(ResponseError);
    const other = withSchemas(
      clientOf(() => json({})),
      { toString: upper },
    );
    expect(await getPet(other, { id: "1" })).toEqual({});
  });
});
