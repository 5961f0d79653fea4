import { describe, expect, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { cookieKey, formKey, headerKey } from "../../templates/client/src/runtime/api-key.js";
import { type Call, makeClient } from "../../templates/client/src/runtime/client.js";
import { ConnectionError } from "../../templates/client/src/runtime/errors.js";
import { json, recordingFetch } from "./recording-fetch.js";

const schemes = { key: headerKey("x-key"), cookie: cookieKey("sid"), form: formKey("pin", headerKey("pin")) };
const setup = { baseUrl: "https://api.test/v1", userAgent: "t/1", authorise: anyOf({ schemes }) };
const auth = { key: "k", cookie: "c", form: "f" };
const form: Partial<Call> = {
  method: "POST",
  contentType: "application/x-www-form-urlencoded",
  encode: () => ({ body: "a=1" }),
};

/** Sends a call whose answers are these, one after the other. */
function send(answers: readonly Response[], changes: Partial<Call> = {}) {
  const left = [...answers];
  const recording = recordingFetch(() => left.shift() ?? json({ arrived: true }));
  const client = makeClient(setup, { fetch: recording.fetch, auth });
  const call: Call = { operation: "getPet", method: "GET", path: "/pet", security: [["key"]], ...changes };
  return { result: client.send(call).result(), sent: recording.sent };
}

const redirect = (location: string, status = 302) => new Response(null, { status, headers: { location } });

describe("a redirect of the same origin is followed", () => {
  it.each([
    ["/v2/pet", "https://api.test/v2/pet"],
    ["pet/", "https://api.test/v1/pet/"],
    ["https://api.test/x?y=1", "https://api.test/x?y=1"],
  ])("to %s", async (location, url) => {
    const { result, sent } = send([redirect(location)]);
    expect(await result).toMatchObject({ ok: true, data: { arrived: true } });
    expect([sent[1]?.url, sent[1]?.headers.get("x-key"), sent[1]?.init.redirect]).toEqual([url, "k", "manual"]);
  });

  it.each([
    [301, "GET", null],
    [302, "GET", null],
    [303, "GET", null],
    [307, "POST", "a=1&pin=f"],
    [308, "POST", "a=1&pin=f"],
  ])("of status %i as %s with the body %s", async (status, method, body) => {
    const { result, sent } = send([redirect("/other", status)], { ...form, security: [["form"]] });
    expect(await result).toMatchObject({ ok: true });
    expect([sent[1]?.init.method, sent[1]?.init.body]).toEqual([method, body]);
    expect(sent[1]?.headers.has("content-type")).toBe(body !== null);
  });

  it.each(["HEAD", "PUT"])("as %s again after a 302", async (method) => {
    const { result, sent } = send([redirect("/other")], { method });
    await result;
    expect(sent[1]?.init.method).toBe(method);
  });

  it("not without an end", async () => {
    const { result, sent } = send(Array.from({ length: 40 }, () => redirect("/other")));
    expect(await result).toMatchObject({ status: 302 });
    expect(sent).toHaveLength(21);
  });
});

describe("is the answer", () => {
  it.each<[string, Partial<Call>]>([
    ["a key in a header", {}],
    ["a key in a cookie", { security: [["cookie"]] }],
    ["a key in a form", { ...form, security: [["form"]] }],
    [
      "a credential of the input",
      { security: [["key"]], encode: () => ({ headers: { "x-key": "own" }, given: { key: "own" } }) },
    ],
  ])("a redirect to another origin: %s", async (_, changes) => {
    for (const location of ["https://evil.test/", "//evil.test/", "http://api.test/v1/pet", "https://api.test:8443/"]) {
      const { result, sent } = send([redirect(location, 307)], changes);
      expect(await result).toMatchObject({ ok: false, status: 307 });
      expect(sent).toHaveLength(1);
    }
  });

  it.each([
    ["without a location", new Response(null, { status: 302 })],
    ["of another kind", redirect("/other", 304)],
    ["to a place that is none", redirect("https://[", 302)],
  ])("one %s", async (_, answer) => {
    const { sent, result } = send([answer]);
    await result;
    expect(sent).toHaveLength(1);
  });

  it("one of a body that can be read once", async () => {
    const encode = () => ({ body: new ReadableStream<Uint8Array>() });
    const { result, sent } = send([redirect("/other", 307)], { method: "POST", encode });
    expect(await result).toMatchObject({ status: 307 });
    expect(sent).toHaveLength(1);
  });
});

it("where the platform does not show redirects, one is a ConnectionError", async () => {
  const opaque = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const { result } = send([opaque]);
  expect(await result).toMatchObject({ ok: false, status: null, error: expect.any(ConnectionError) as unknown });
});

describe("a header of the caller's whose name is that of a credential", () => {
  it.each(["x-auth-token", "X-Api-Key", "cookie", "session-id"])("goes nowhere else: %s", async (name) => {
    const recording = recordingFetch(() => redirect("https://evil.test/"));
    const client = makeClient(setup, { fetch: recording.fetch, headers: { [name]: "s3cret" } });
    const call: Call = { operation: "getPet", method: "GET", path: "/pet" };
    expect(await client.send(call).result()).toMatchObject({ ok: false, status: 302 });
    expect(recording.sent.map(({ url, init }) => [url, init.redirect])).toEqual([
      ["https://api.test/v1/pet", "manual"],
    ]);
  });

  it.each(["authorization", "x-trace"])("is left to fetch, which drops it or may take it along: %s", async (name) => {
    const recording = recordingFetch();
    const headers = { [name]: "value" };
    await makeClient(setup, { fetch: recording.fetch }).send({ operation: "a", method: "GET", path: "/" }, { headers });
    expect(recording.sent[0]?.init.redirect).toBe("follow");
  });
});
