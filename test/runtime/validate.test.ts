import { describe, expect, expectTypeOf, it } from "vitest";
import type { ApiPromise, Failure, Success } from "../../templates/client/src/runtime/api-promise.js";
import { type CallOptions, type Client, makeClient } from "../../templates/client/src/runtime/client.js";
import { ResponseError } from "../../templates/client/src/runtime/errors.js";
import type { PagedPromise } from "../../templates/client/src/runtime/pages.js";
import { paginate } from "../../templates/client/src/runtime/paginate.js";
import { stream } from "../../templates/client/src/runtime/stream.js";
import type { StreamPromise } from "../../templates/client/src/runtime/streamed.js";
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

describe("an operation with a schema that is called again and again", () => {
  const even: StandardSchema<string> = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value) =>
        Number(value) % 2 === 0 ? { value: `even ${String(value)}` } : { issues: [{ message: "is odd" }] },
    },
  };
  const all: StandardSchema<string[]> = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value) => ({ value: (value as number[]).map((each) => `number ${each}`) }),
    },
  };
  const list = (
    client: Client,
    _input?: { query: { page: number } },
    options?: CallOptions,
  ): PagedPromise<number[], Success<200, number[]>, []> =>
    client.send({ operation: "list", method: "GET", path: "/n", pages: { page: "/query/page", items: "" } }, options);
  const watch = (client: Client): StreamPromise<string, Success<200, string>, number> =>
    client.send({
      operation: "watch",
      method: "GET",
      path: "/n",
      streams: [{ type: "application/x-ndjson", as: "lines" }],
    });
  const lines = (text: string) => () => new Response(text, { headers: { "content-type": "application/x-ndjson" } });

  it("has pages of what the schema makes", async () => {
    const answers = [json([1, 2]), json([])];
    const client = clientOf(() => answers.shift() ?? json("no", 500));
    const items: string[] = [];
    for await (const item of paginate(validated(list, all), client)) items.push(item);
    expect(items).toEqual(["number 1", "number 2"]);
  });

  it("has a stream of what the schema makes of each item", async () => {
    const items: string[] = [];
    for await (const item of stream(validated(watch, even), clientOf(lines("2\n4\n")))) items.push(item);
    expect(items).toEqual(["even 2", "even 4"]);
  });

  it.each([
    ["by itself", (client: Client) => stream(validated(watch, even), client)],
    ["of a client", (client: Client) => stream(watch, withSchemas(client, { watch: even }))],
  ])("ends a stream at an item that the schema does not allow, %s", async (_, open) => {
    const items: unknown[] = [];
    const reading = (async () => {
      for await (const item of open(clientOf(lines("2\n3\n4\n")))) items.push(item);
    })();
    await expect(reading).rejects.toThrow("watch: the answer is not what its schema allows: is odd");
    await expect(reading).rejects.toBeInstanceOf(ResponseError);
    expect(items).toEqual(["even 2"]);
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
