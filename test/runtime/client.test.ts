import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { formKey, headerKey, queryKey } from "../../templates/client/src/runtime/api-key.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { AuthError, EncodingError } from "../../templates/client/src/runtime/errors.js";
import { requireHost } from "../../templates/client/src/runtime/require-host.js";
import { basic, bearer } from "../../templates/client/src/runtime/http-auth.js";
import { json, onlyCall, recordingFetch } from "./recording-fetch.js";

const schemes = { key: headerKey("x-key"), query: queryKey("token"), token: bearer(), user: basic() };
const call: Call = { operation: "getPet", method: "GET", path: "/pet" };

/** Sends a call, and gives what arrived at `fetch`. */
async function sentBy(defaults: CallOptions, options: CallOptions = {}, changes: Partial<Call> = {}) {
  const recording = recordingFetch();
  const client = makeClient(
    { baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) },
    { fetch: recording.fetch, ...defaults },
  );
  await client.send({ ...call, ...changes }, options);
  return onlyCall(recording);
}

describe("the URL", () => {
  it.each([
    [undefined, "https://api.test/pet"],
    ["https://other.test/v2", "https://other.test/v2/pet"],
    ["https://other.test/v2/", "https://other.test/v2/pet"],
    ["https://other.test//", "https://other.test/pet"],
    ["/v1", "/v1/pet"],
    ["", "/pet"],
  ])("with baseUrl %s", async (baseUrl, url) => {
    expect((await sentBy(baseUrl === undefined ? {} : { baseUrl })).url).toBe(url);
  });

  it.each<[NonNullable<Call["encode"]>, string]>([
    [() => ({ query: "a=1" }), "https://api.test/pet?a=1"],
    [() => ({ query: "" }), "https://api.test/pet"],
    [() => ({ path: "/pets/a%2Fb" }), "https://api.test/pets/a%2Fb"],
    [() => ({ path: "/pet?action=get", query: "a=1" }), "https://api.test/pet?action=get&a=1"],
  ])("encoded by %s", async (encode, url) => {
    expect((await sentBy({}, {}, { encode })).url).toBe(url);
  });

  it.each<[CallOptions, CallOptions, string]>([
    [{}, {}, "https://files.test/pet"],
    [{ baseUrl: "https://one.test" }, {}, "https://one.test/pet"],
    [{}, { baseUrl: "https://two.test" }, "https://two.test/pet"],
  ])("of an operation that has a server of its own, with %j and %j", async (defaults, options, url) => {
    expect((await sentBy(defaults, options, { baseUrl: "https://files.test/" })).url).toBe(url);
  });

  it.each(["", "/v1", "//host.test", "v1"])(
    "without a host (%j) is refused where nothing says which, before it is sent",
    async (baseUrl) => {
      const error: unknown = await makeClient({ baseUrl, userAgent: "t/1", check: requireHost }, {})
        .send(call)
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EncodingError);
      expect(String(error)).toContain("pass baseUrl");
    },
  );

  it("is text, beside an init object", async () => {
    const { url, init } = await sentBy({});
    expect(typeof url).toBe("string");
    expect(init).toMatchObject({ method: "GET", body: null });
  });
});

describe("options of a call win over the client's", () => {
  it("baseUrl, fetch, headers", async () => {
    const other = recordingFetch();
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { baseUrl: "https://one.test", headers: { "x-a": "1", "x-b": "1" }, fetch: recordingFetch().fetch },
    );
    await client.send(call, { baseUrl: "https://two.test", fetch: other.fetch, headers: { "X-B": "2" } });
    const { url, headers } = onlyCall(other);
    expect([url, headers.get("x-a"), headers.get("x-b")]).toEqual(["https://two.test/pet", "1", "2"]);
  });

  it("auth, scheme by scheme", async () => {
    const both = { security: [["key", "token"]] };
    const { headers } = await sentBy({ auth: { key: "client", token: "client" } }, { auth: { key: "call" } }, both);
    expect([headers.get("x-key"), headers.get("authorization")]).toEqual(["call", "Bearer client"]);
  });

  it("but not where they are undefined", async () => {
    // What a caller without exactOptionalPropertyTypes may write.
    const options: object = {
      baseUrl: undefined,
      fetch: undefined,
      timeout: undefined,
      headers: undefined,
      auth: undefined,
    };
    expect((await sentBy({ baseUrl: "https://one.test" }, options)).url).toBe("https://one.test/pet");
  });
});

describe("headers", () => {
  const form: Partial<Call> = {
    method: "POST",
    contentType: "text/x",
    encode: () => ({ body: "b", headers: { "x-in": "input" } }),
  };

  it("accept JSON, and have a content type where there is a body", async () => {
    const { headers } = await sentBy({}, {}, form);
    expect([headers.get("accept"), headers.get("content-type")]).toEqual(["application/json", "text/x"]);
    expect((await sentBy({}, {}, { contentType: "text/x", accept: "text/y" })).headers.has("content-type")).toBe(false);
  });

  it("name the package and its version", async () => {
    expect((await sentBy({})).headers.get("user-agent")).toBe("t/1");
    expect((await sentBy({ headers: { "User-Agent": "mine" } })).headers.get("user-agent")).toBe("mine");
  });

  it.each<[string, CallOptions, CallOptions, string]>([
    ["the input's", {}, {}, "input"],
    ["the client's over the input's", { headers: { "X-In": "client" } }, {}, "client"],
    ["the call's over the client's", { headers: { "x-in": "client" } }, { headers: { "x-in": "call" } }, "call"],
  ])("take %s", async (_, defaults, options, value) => {
    expect((await sentBy(defaults, options, form)).headers.get("x-in")).toBe(value);
  });

  it("of the caller replace those of security schemes too", async () => {
    const { headers } = await sentBy(
      { auth: { token: "a" } },
      { headers: { Authorization: "Custom b" } },
      { security: [["token"]] },
    );
    expect(headers.get("authorization")).toBe("Custom b");
  });

  it("leave the content type of FormData to the platform, which knows the boundary", async () => {
    const { headers } = await sentBy(
      {},
      {},
      { contentType: "multipart/form-data", encode: () => ({ body: new FormData() }) },
    );
    expect(headers.has("content-type")).toBe(false);
  });

  it.each(["a\nb", "a\0b", "日本"])("that cannot be sent are an EncodingError: %j", async (value) => {
    await expect(sentBy({ headers: { "x-a": value } })).rejects.toMatchObject({
      name: "EncodingError",
      message: 'getPet: the header "x-a" has a value that cannot be sent',
    });
  });
});

describe("credentials", () => {
  it.each<[string, string[], CallOptions["auth"], (sent: { url: string; headers: Headers }) => unknown, string]>([
    ["a text", ["key"], { key: "a b" }, ({ headers }) => headers.get("x-key"), "a b"],
    ["a function", ["key"], { key: () => "k" }, ({ headers }) => headers.get("x-key"), "k"],
    [
      "an async function",
      ["token"],
      { token: async () => Promise.resolve("t") },
      ({ headers }) => headers.get("authorization"),
      "Bearer t",
    ],
    [
      "user and password, each for itself",
      ["user"],
      { user: { username: "zoë", password: "p:q" } },
      ({ headers }) => headers.get("authorization"),
      `Basic ${Buffer.from("zoë:p:q").toString("base64")}`,
    ],
    [
      "user and password, as UTF-8",
      ["user"],
      { user: "zoë:p" },
      ({ headers }) => headers.get("authorization"),
      `Basic ${Buffer.from("zoë:p").toString("base64")}`,
    ],
    ["a key in the query", ["query"], { query: "a&b'" }, ({ url }) => url, "https://api.test/pet?token=a%26b%27"],
  ])("%s", async (_, scheme, auth, read, expected) => {
    expect(read(await sentBy({ ...(auth && { auth }) }, {}, { security: [scheme] }))).toBe(expected);
  });

  it("are asked for once a request, and only those that it needs", async () => {
    const asked: string[] = [];
    const ask = (name: string) => () => {
      asked.push(name);
      return name;
    };
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { fetch: recordingFetch().fetch, auth: { key: ask("key"), token: ask("token") } },
    );
    await client.send({ ...call, security: [["key"]] });
    await client.send({ ...call, security: [["token"]] });
    await client.send(call);
    expect(asked).toEqual(["key", "token"]);
  });

  it.each<[string, string[][], CallOptions["auth"], string[]]>([
    ["the first alternative that is complete", [["key", "token"], ["token"], ["key"]], { key: "k" }, ["x-key"]],
    ["an optional one where it is there", [[], ["key"]], { key: "k" }, ["x-key"]],
    ["none where it is optional and not there", [["key"], []], {}, []],
    ["all of one alternative", [["key", "token"]], { key: "k", token: "t" }, ["authorization", "x-key"]],
    ["none where none is needed", [], { key: "k" }, []],
  ])("sent: %s", async (_, security, auth, expected) => {
    const { headers } = await sentBy({ ...(auth && { auth }) }, {}, { security });
    expect([...headers.keys()].filter((name) => !["accept", "user-agent"].includes(name)).sort()).toEqual(expected);
  });

  it.each<[string, CallOptions["auth"]]>([
    ["absent", {}],
    ["one of two", { key: "k" }],
    ["empty", { key: "k", token: "" }],
  ])("missing: %s", async (_, auth) => {
    const recording = recordingFetch();
    const options = { fetch: recording.fetch, ...(auth && { auth }) };
    const failing = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) },
      options,
    ).send({
      ...call,
      security: [["key", "token"], ["user"]],
    });
    await expect(failing).rejects.toThrow(AuthError);
    await expect(failing).rejects.toThrow("getPet: no credentials for key and token or user");
    expect(recording.sent).toEqual([]);
  });

  it.each(["", undefined])("of a function that gives none (%j) are missing", async (value) => {
    const recording = recordingFetch();
    // What a caller without types may write.
    const auth = { key: () => Promise.resolve(value as string) };
    const sending = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { fetch: recording.fetch, auth },
    ).send({
      ...call,
      security: [["key"]],
    });
    await expect(sending).rejects.toThrow("getPet: no credentials for key");
    expect(recording.sent).toEqual([]);
  });

  it("that cannot be had are an AuthError, with the reason as its cause", async () => {
    const cause = new Error("the vault is closed");
    const auth = { key: () => Promise.reject(cause) };
    await expect(sentBy({ auth }, {}, { security: [["key"]] })).rejects.toMatchObject({ name: "AuthError", cause });
  });

  it("are the caller's own: names that every object inherits count only where they were given", async () => {
    const security = [["constructor"], ["toString"]];
    await expect(sentBy({ auth: {} }, {}, { security, encode: () => ({ given: {} }) })).rejects.toThrow(AuthError);
  });

  const formCall: Partial<Call> = {
    method: "POST",
    contentType: "application/x-www-form-urlencoded",
    security: [["form"]],
  };
  it.each([
    ["appended to the fields", { body: "a=1" }, "a=1&api%20key=k%26".replace("%20", "+"), null],
    ["alone in an empty form", { body: "" }, "api+key=k%26", null],
    ["in the header where there is no form", {}, null, "k&"],
  ])("in a form: %s", async (_, encoded, body, header) => {
    const recording = recordingFetch();
    const setup = {
      baseUrl: "",
      userAgent: "t/1",
      authorise: anyOf({ schemes: { form: formKey("api key", headerKey("x-key")) } }),
    };
    await makeClient(setup, { fetch: recording.fetch, auth: { form: "k&" } }).send({
      ...call,
      ...formCall,
      encode: () => encoded,
    });
    const sent = onlyCall(recording);
    expect([sent.init.body, sent.headers.get("x-key")]).toEqual([body, header]);
  });

  it.each<[string, CallOptions["auth"], string | undefined, string | undefined]>([
    ["the caller's", { key: "mine" }, "environment", "mine"],
    ["the environment's, where the caller has none", {}, "environment", "environment"],
    ["none", {}, undefined, undefined],
  ])("of the environment: %s", async (_, auth, variable, sent) => {
    vi.stubEnv("T_KEY", variable);
    const recording = recordingFetch();
    const setup = {
      baseUrl: "https://api.test",
      userAgent: "t/1",
      authorise: anyOf({ schemes, env: { key: "T_KEY" } }),
    };
    const sending = makeClient(setup, { fetch: recording.fetch, ...(auth && { auth }) }).send({
      ...call,
      security: [["key"]],
    });
    if (sent === undefined) await expect(sending).rejects.toThrow("no credentials for key");
    else {
      await sending;
      expect(onlyCall(recording).headers.get("x-key")).toBe(sent);
    }
    vi.unstubAllEnvs();
  });

  it("of the caller choose the alternative, also where the environment has another", async () => {
    vi.stubEnv("T_KEY", "environment");
    const recording = recordingFetch();
    const setup = {
      baseUrl: "https://api.test",
      userAgent: "t/1",
      authorise: anyOf({ schemes, env: { key: "T_KEY" } }),
    };
    const client = makeClient(setup, { fetch: recording.fetch, auth: { token: "mine" } });
    await client.send({ ...call, security: [["key"], ["token"]] });
    expect(onlyCall(recording).headers.get("authorization")).toBe("Bearer mine");
    expect(onlyCall(recording).headers.has("x-key")).toBe(false);
    vi.unstubAllEnvs();
  });

  it("that the input has are not sent again, nor is their scheme asked for", async () => {
    const encode = () => ({ given: { key: "own", token: null } });
    const auth = { key: "configured", token: "t" };
    const { headers } = await sentBy({ auth }, {}, { security: [["key", "token"]], encode });
    expect([headers.get("x-key"), headers.get("authorization")]).toEqual([null, "Bearer t"]);
  });

  it.each<[string, Partial<Call>, string]>([
    ["no credentials", {}, "follow"],
    ["the Authorization header, which fetch drops itself", { security: [["token"]] }, "follow"],
    ["a header of its own", { security: [["key"]] }, "manual"],
    ["the caller's, in the body", { security: [["key"]], encode: () => ({ given: { key: "k" } }) }, "manual"],
  ])("redirects with %s", async (_, changes, redirect) => {
    expect((await sentBy({ auth: { token: "t", key: "k" } }, {}, changes)).init.redirect).toBe(redirect);
  });

  it("are not shown by a client that is inspected", () => {
    const client = makeClient(
      { baseUrl: "", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { auth: { key: "s3cret" }, headers: { authorization: "s3cret" } },
    );
    expect(inspect(client, { depth: null, showHidden: true })).not.toContain("s3cret");
    expect(JSON.stringify(client)).not.toContain("s3cret");
    expect(
      inspect(client.send(call, { fetch: () => Promise.resolve(json({})) }), { depth: null, showHidden: true }),
    ).not.toContain("s3cret");
  });
});

describe("encoding", () => {
  it("happens at the call, so that an input may be changed afterwards", async () => {
    const recording = recordingFetch();
    const input = { value: "before" };
    const auth = { key: async () => Promise.resolve("k") };
    const client = makeClient(
      { baseUrl: "", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { fetch: recording.fetch, auth },
    );
    const sending = client.send({ ...call, security: [["key"]], encode: () => ({ body: input.value }) });
    input.value = "after";
    await sending;
    expect(onlyCall(recording).init.body).toBe("before");
  });

  it("errors reject, are not thrown, and nothing is sent", async () => {
    const recording = recordingFetch();
    const encode = () => {
      throw new TypeError('the field "a" is wrong');
    };
    const failing = makeClient(
      { baseUrl: "", userAgent: "t/1", authorise: anyOf({ schemes }) },
      { fetch: recording.fetch },
    ).send({
      ...call,
      encode,
    });
    await expect(failing).rejects.toThrow(EncodingError);
    await expect(failing).rejects.toThrow('getPet: the field "a" is wrong');
    expect(recording.sent).toEqual([]);
  });
});
