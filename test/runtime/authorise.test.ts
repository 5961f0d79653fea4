import { describe, expect, it, vi } from "vitest";
import { headerKey, queryKey } from "../../templates/client/src/runtime/api-key.js";
import { allOf } from "../../templates/client/src/runtime/authorise.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { AuthError } from "../../templates/client/src/runtime/errors.js";
import { onlyCall, recordingFetch } from "./recording-fetch.js";

const schemes = { key: headerKey("x-key"), pin: queryKey("pin"), constructor: headerKey("x-constructor") };
const authorise = allOf({ schemes, env: { pin: "T_PIN" } });

/** Sends a call with these alternatives. */
function send(security: NonNullable<Call["security"]>, options: CallOptions = {}, given: Record<string, string> = {}) {
  const recording = recordingFetch();
  const client = makeClient({ baseUrl: "https://api.test", userAgent: "t/1", authorise }, options);
  const call: Call = { operation: "getPet", method: "GET", path: "/pet", security, encode: () => ({ given }) };
  return { answer: client.send(call, { fetch: recording.fetch }), recording };
}

describe("the credentials of an operation without alternatives", () => {
  it("are all sent", async () => {
    const { answer, recording } = send([["key", "pin"]], { auth: { key: "k", pin: () => Promise.resolve("p") } });
    await answer;
    expect([onlyCall(recording).url, onlyCall(recording).headers.get("x-key")]).toEqual([
      "https://api.test/pet?pin=p",
      "k",
    ]);
  });

  it("may be the environment's, and may stand in the input", async () => {
    vi.stubEnv("T_PIN", "p");
    const { answer, recording } = send([["key", "pin"]], {}, { key: "in the input" });
    await answer;
    vi.unstubAllEnvs();
    expect([onlyCall(recording).url, onlyCall(recording).headers.has("x-key")]).toEqual([
      "https://api.test/pet?pin=p",
      false,
    ]);
  });

  it.each([
    ["none", {}, "no credentials for key"],
    ["one of two", { key: "k" }, "no credentials for pin"],
    ["an empty one", { key: "", pin: "p" }, "no credentials for key"],
    ["a function that gives none", { key: () => "", pin: "p" }, "no credentials for key"],
  ])("are an error before anything is sent where there is %s", async (_, auth, message) => {
    const { answer, recording } = send([["key", "pin"]], { auth });
    await expect(answer).rejects.toThrow(message);
    await expect(answer).rejects.toBeInstanceOf(AuthError);
    expect(recording.sent).toEqual([]);
  });

  it.each([
    ["there is none", {}],
    ["there is one of two", { key: "k" }],
  ])("are left out where they are optional and %s", async (_, auth) => {
    const { answer, recording } = send([["key", "pin"], []], { auth });
    await answer;
    expect(onlyCall(recording).headers.has("x-key")).toBe(false);
  });

  it("are not what every object inherits", async () => {
    await expect(send([["constructor"]]).answer).rejects.toThrow("no credentials for constructor");
    const { answer, recording } = send([["constructor"]], { auth: { constructor: "c" } });
    await answer;
    expect(onlyCall(recording).headers.get("x-constructor")).toBe("c");
  });
});
