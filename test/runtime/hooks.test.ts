import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { headerKey } from "../../templates/client/src/runtime/api-key.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { ApiError, ConnectionError } from "../../templates/client/src/runtime/errors.js";
import { type Hooks, hooks } from "../../templates/client/src/runtime/hooks.js";
import { retry } from "../../templates/client/src/runtime/retry.js";
import { json, onlyCall, recordingFetch } from "./recording-fetch.js";

const call: Call = { operation: "getPet", method: "GET", path: "/pet" };
const setup = {
  baseUrl: "https://api.test",
  userAgent: "t/1",
  authorise: anyOf({ schemes: { key: headerKey("x-key") } }),
};
const refused = () => Promise.reject(new TypeError("fetch failed"));

function send(
  own: Hooks,
  answer?: () => Response | Promise<Response>,
  options: CallOptions = {},
  changes: Partial<Call> = {},
) {
  const recording = recordingFetch(answer);
  const client = makeClient(setup, { fetch: recording.fetch, use: [hooks(own)], auth: { key: "k" }, ...options });
  return { call: client.send({ ...call, ...changes }), recording };
}

describe("onRequest", () => {
  it("sees the request, may change it, and may give another; in order, each after the one before", async () => {
    const { call: sending, recording } = send({
      onRequest: [
        async (request, { operation }) => {
          await Promise.resolve();
          request.headers.set("x-a", operation);
          return undefined;
        },
        (request) => ({ ...request, url: `${request.url}?b=${request.headers.get("x-a") ?? ""}` }),
      ],
    });
    await sending;
    const { url, headers } = onlyCall(recording);
    expect([url, headers.get("x-a")]).toEqual(["https://api.test/pet?b=getPet", "getPet"]);
  });

  it("may not take credentials to another origin", async () => {
    const onRequest: Hooks["onRequest"] = (request) => ({ ...request, url: "https://evil.test/pet" });
    const { call: sending, recording } = send({ onRequest }, undefined, {}, { security: [["key"]] });
    await expect(sending).rejects.toMatchObject({
      cause: { message: expect.stringContaining("no other origin") as string },
    });
    expect(recording.sent).toEqual([]);
    const changing = send(
      {
        onRequest: (request) => {
          request.url = "https://evil.test/pet";
        },
      },
      undefined,
      {},
      { security: [["key"]] },
    );
    await expect(changing.call).rejects.toBeInstanceOf(ConnectionError);
    expect(changing.recording.sent).toEqual([]);
    // Without credentials it is the caller's own business.
    const other = send({ onRequest });
    await other.call;
    expect(onlyCall(other.recording).url).toBe("https://evil.test/pet");
  });
});

it("stand around requests without a host, as pages send them", async () => {
  const { fetch } = recordingFetch();
  const client = makeClient({ ...setup, baseUrl: "/v1" }, { fetch, auth: { key: "k" }, use: [hooks({})] });
  expect(await client.send({ ...call, security: [["key"]] })).toEqual({});
});

describe("onResponse", () => {
  it("sees each answer, and may give another", async () => {
    const seen: number[] = [];
    const { call: sending } = send(
      {
        onResponse: [
          (response) => {
            seen.push(response.status);
            return undefined;
          },
          async (response) => json({ was: await response.json() }),
        ],
      },
      () => json({ a: 1 }),
    );
    expect(await sending).toEqual({ was: { a: 1 } });
    expect(seen).toEqual([200]);
  });

  it("may make an error of it", async () => {
    const { call: sending } = send({ onResponse: () => json({ code: 1 }, 400) });
    await expect(sending).rejects.toBeInstanceOf(ApiError);
  });
});

describe("onError", () => {
  it("sees why there is no answer, and may put another error or an answer in its place", async () => {
    const seen: unknown[] = [];
    const { call: sending } = send(
      {
        onError: [
          (error) => {
            seen.push(error);
            return undefined;
          },
          (error, request, { operation }) => Object.assign(error, { hint: `${operation} ${request.url}` }),
        ],
      },
      refused,
    );
    await expect(sending).rejects.toMatchObject({ hint: "getPet https://api.test/pet" });
    expect(seen[0]).toBeInstanceOf(ConnectionError);
    const { call: cured } = send({ onError: () => json({ from: "cache" }) }, refused);
    expect(await cured).toEqual({ from: "cache" });
  });

  it("does not see an error status, which is an answer", async () => {
    const { call: sending } = send({ onError: () => json({}) }, () => json({}, 500));
    await expect(sending).rejects.toBeInstanceOf(ApiError);
  });
});

describe("hooks", () => {
  it("are called at each attempt, those of the client around those of the call", async () => {
    const order: string[] = [];
    const noting = (name: string) =>
      hooks({
        onRequest: () => {
          order.push(`${name}>`);
          return undefined;
        },
        onResponse: ({ status }) => {
          order.push(`<${name} ${status}`);
          return undefined;
        },
      });
    let attempt = 0;
    const { fetch } = recordingFetch(() => json({}, attempt++ === 0 ? 503 : 200));
    const client = makeClient(setup, { fetch, retry: retry({ delay: 1 }), use: [noting("client")] });
    await client.send(call, { use: [noting("call")] });
    expect(order).toEqual([
      ...["client>", "call>", "<call 503", "<client 503"],
      ...["client>", "call>", "<call 200", "<client 200"],
    ]);
  });
});

describe("a hook that fails", () => {
  it.each<[string, (failing: () => never) => Hooks]>([
    ["onRequest", (failing) => ({ onRequest: failing })],
    ["onResponse", (failing) => ({ onResponse: failing })],
  ])("says so: %s", async (_, make) => {
    const cause = new RangeError("the clock is wrong");
    const { call: sending } = send(
      make(() => {
        throw cause;
      }),
    );
    await expect(sending).rejects.toMatchObject({ message: "getPet: a hook failed: the clock is wrong", cause });
    await expect(sending).rejects.toBeInstanceOf(ConnectionError);
  });

  it("says so where an error was to be replaced", async () => {
    const onError = () => Promise.reject(new Error("no log"));
    await expect(send({ onError }, refused).call).rejects.toThrow("getPet: a hook failed: no log");
  });

  it("says no more than that where it may quote a credential", async () => {
    const onRequest = () => {
      throw new Error("cannot reach https://api.test/pet?token=secret");
    };
    const error: unknown = await send({ onRequest }).call.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: "getPet: a hook failed" });
    expect(inspect(error)).not.toContain("secret");
  });

  it("passes on an error of a call that it makes", async () => {
    const inner = send({}, () => json("no", 404)).call;
    const onRequest = async () => {
      await inner;
    };
    await expect(send({ onRequest }).call).rejects.toBeInstanceOf(ApiError);
  });
});
