import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { AbortError, AuthError } from "../../templates/client/src/runtime/errors.js";
import { oauth, type OAuthClient, type OAuthToken, type OAuthUrls } from "../../templates/client/src/runtime/oauth.js";
import { json } from "./recording-fetch.js";

const call: Call = { operation: "getPet", method: "GET", path: "/pet", security: [["login"]] };
const urls: OAuthUrls = { tokenUrl: "/oauth/token" };

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
  readonly form: Readonly<Record<string, string>>;
}

/** A server that gives tokens one after the other, and takes the newest alone. */
function server(changes: Readonly<Record<string, unknown>> = {}, answer?: (sent: Sent) => Response | undefined) {
  const tokens: Sent[] = [];
  const calls: Sent[] = [];
  let count = 0;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    await Promise.resolve();
    const headers = new Headers(init.headers);
    const form = Object.fromEntries(new URLSearchParams(typeof init.body === "string" ? init.body : ""));
    const sent = { url, authorization: headers.get("authorization"), form };
    const isToken = url.includes("token") || url.includes("openid");
    (isToken ? tokens : calls).push(sent);
    const own = answer?.(sent);
    if (own !== undefined) return own;
    if (isToken) return json({ access_token: `t${++count}`, token_type: "Bearer", ...changes });
    return sent.authorization === `Bearer t${count}`
      ? json({ by: sent.authorization })
      : json({ error: "expired" }, 401);
  };
  /** The token is no longer taken. */
  const expire = () => {
    count += 1;
  };
  return { tokens, calls, fetch, expire };
}

function clientOf(login: unknown, fetch: CallOptions["fetch"], scheme = urls) {
  const setup = {
    baseUrl: "https://api.test/v1",
    userAgent: "t/1",
    authorise: anyOf({ schemes: { login: oauth(scheme) } }),
  };
  return makeClient(setup, { auth: { login }, ...(fetch && { fetch }) });
}

const credential = (changes: Partial<OAuthClient> = {}): OAuthClient => ({
  clientId: "me",
  clientSecret: "s3cret",
  ...changes,
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a token", () => {
  it("of the caller, or of a function, is sent as it is", async () => {
    const { calls, tokens, fetch } = server({}, () => json({}));
    await clientOf("mine", fetch).send(call);
    await clientOf(async () => Promise.resolve("later"), fetch).send(call);
    expect(calls.map(({ authorization }) => authorization)).toEqual(["Bearer mine", "Bearer later"]);
    expect(tokens).toEqual([]);
  });

  it("is asked for with client credentials, once for all calls at a time, and kept", async () => {
    const { calls, tokens, fetch } = server();
    const client = clientOf(credential({ scopes: ["read", "write"] }), fetch);
    await Promise.all(Array.from({ length: 20 }, () => client.send(call)));
    await client.send(call);
    expect(tokens).toEqual([
      {
        url: "https://api.test/oauth/token",
        authorization: `Basic ${btoa("me:s3cret")}`,
        form: { grant_type: "client_credentials", scope: "read write" },
      },
    ]);
    expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(new Set(["Bearer t1"]));
  });

  it("is shared by clients that have the same credential, and by no others", async () => {
    const { tokens, fetch } = server({}, ({ url }) => (url.includes("token") ? undefined : json({})));
    const shared = credential();
    await clientOf(shared, fetch).send(call);
    await clientOf(shared, fetch).send(call);
    expect(tokens).toHaveLength(1);
    await clientOf(credential(), fetch).send(call);
    expect(tokens).toHaveLength(2);
  });

  it.each<[string, OAuthUrls, Partial<OAuthClient>, string]>([
    ["against the server's URL, if relative", { tokenUrl: "token" }, {}, "https://api.test/v1/token"],
    ["as the document says", { tokenUrl: "https://login.test/token" }, {}, "https://login.test/token"],
    ["as the caller says", urls, { tokenUrl: "https://mine.test/token" }, "https://mine.test/token"],
    [
      "where tokens are refreshed",
      { ...urls, refreshUrl: "/refresh/token" },
      { refreshToken: "r" },
      "https://api.test/refresh/token",
    ],
  ])("is asked for %s", async (_, scheme, changes, url) => {
    const { tokens, fetch } = server();
    await clientOf(credential(changes), fetch, scheme).send(call);
    expect(tokens.map((sent) => sent.url)).toEqual([url]);
  });

  it("is found by discovery, where that is switched on", async () => {
    const scheme: OAuthUrls = { discoveryUrl: "https://login.test/.well-known/openid-configuration" };
    const { tokens, fetch } = server({}, ({ url }) =>
      url.includes("openid") ? json({ token_endpoint: "https://login.test/token" }) : undefined,
    );
    await clientOf(credential({ discovery: true }), fetch, scheme).send(call);
    expect(tokens.map(({ url }) => url)).toEqual([scheme.discoveryUrl, "https://login.test/token"]);
    await expect(clientOf(credential(), fetch, scheme).send(call)).rejects.toThrow("pass tokenUrl");
  });

  it("is asked for with id and secret in the body, where the caller says so or there is no secret", async () => {
    const { tokens, fetch } = server();
    await clientOf(credential({ clientAuthentication: "body" }), fetch).send(call);
    await clientOf({ clientId: "public", refreshToken: "r" }, fetch).send(call);
    expect(tokens.map(({ authorization, form }) => [authorization, form])).toEqual([
      [null, { grant_type: "client_credentials", client_id: "me", client_secret: "s3cret" }],
      [null, { grant_type: "refresh_token", refresh_token: "r", client_id: "public" }],
    ]);
  });

  it("is asked for with id and secret escaped as in a form", async () => {
    const { tokens, fetch } = server();
    await clientOf(credential({ clientId: "a:b", clientSecret: "ä c" }), fetch).send(call);
    expect(tokens[0]?.authorization).toBe(`Basic ${btoa("a%3Ab:%C3%A4+c")}`);
  });
});

describe("another token is asked for", () => {
  it("30 seconds before the end of the one that is there, and not before", async () => {
    const { tokens, fetch } = server({ expires_in: 100 });
    const client = clientOf(credential(), fetch);
    const now = vi.spyOn(Date, "now").mockReturnValue(0);
    await client.send(call);
    now.mockReturnValue(69_999);
    await client.send(call);
    expect(tokens).toHaveLength(1);
    now.mockReturnValue(70_000);
    await client.send(call);
    expect(tokens).toHaveLength(2);
  });

  it("never, where nothing says when the token ends", async () => {
    const { tokens, fetch } = server();
    const client = clientOf(credential(), fetch);
    const now = vi.spyOn(Date, "now").mockReturnValue(0);
    await client.send(call);
    now.mockReturnValue(Number.MAX_SAFE_INTEGER);
    await client.send(call);
    expect(tokens).toHaveLength(1);
  });

  it("once after a 401, for all calls that had one", async () => {
    const { tokens, calls, fetch, expire } = server();
    const client = clientOf(credential(), fetch);
    await client.send(call);
    expire();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(call)));
    expect(tokens).toHaveLength(2);
    expect(calls).toHaveLength(1 + 20 + 20);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"by":"Bearer t3"}']));
  });

  it("no second time: then the 401 is the outcome", async () => {
    const { tokens, fetch } = server({}, ({ url }) => (url.includes("token") ? undefined : json({ error: "no" }, 401)));
    expect(await clientOf(credential(), fetch).send(call).result()).toMatchObject({ status: 401 });
    expect(tokens).toHaveLength(2);
  });

  it("not for a body that can be read once, nor for a token of the caller", async () => {
    const { tokens, fetch } = server({}, ({ url }) => (url.includes("token") ? undefined : json({}, 401)));
    const encode = () => ({ body: new ReadableStream<Uint8Array>() });
    await clientOf(credential(), fetch)
      .send({ ...call, method: "POST", encode })
      .result();
    await clientOf("mine", fetch).send(call).result();
    expect(tokens).toHaveLength(1);
  });
});

describe("a refresh token", () => {
  it("that came with a client's own token, and is no good, is done without", async () => {
    const { tokens, fetch, expire } = server({ refresh_token: "r" }, ({ form }) =>
      form["grant_type"] === "refresh_token" ? json({ error: "invalid_grant" }, 400) : undefined,
    );
    const client = clientOf(credential(), fetch);
    await client.send(call);
    expire();
    expect(await client.send(call)).toEqual({ by: "Bearer t3" });
    expect(tokens.map(({ form }) => form["grant_type"])).toEqual([
      "client_credentials",
      "refresh_token",
      "client_credentials",
    ]);
  });

  it("that the server rotates is used from then on, and handed to the caller", async () => {
    let rotation = 0;
    const { tokens, fetch, expire } = server({}, ({ url }) => {
      return url.includes("token")
        ? json({ access_token: `t${++rotation}`, refresh_token: `r${rotation}` })
        : undefined;
    });
    const kept: OAuthToken[] = [];
    const onToken = async (token: OAuthToken) => {
      await Promise.resolve();
      kept.push(token);
    };
    const client = clientOf(credential({ refreshToken: "r0", onToken }), fetch);
    await client.send(call).result();
    expire();
    await client.send(call).result();
    expect(tokens.map(({ form }) => form["refresh_token"])).toEqual(["r0", "r1", "r2"].slice(0, tokens.length));
    expect(kept.map(({ refreshToken }) => refreshToken)).toEqual(["r1", "r2", "r3"].slice(0, tokens.length));
    expect(kept[0]).toEqual({ accessToken: "t1", refreshToken: "r1", expiresAt: undefined });
  });
});

describe("no token is an AuthError, before anything is sent", () => {
  it.each<[string, () => Response, string]>([
    [
      "refused",
      () => json({ error: "invalid_client", error_description: "Who?" }, 401),
      "/oauth/token answered 401: invalid_client, Who?",
    ],
    ["no JSON", () => new Response("<html>", { status: 502 }), "/oauth/token answered 502"],
    ["no token in it", () => json({}), "the server gave no token"],
  ])("%s", async (_, answer, message) => {
    const { calls, fetch } = server({}, ({ url }) => (url.includes("token") ? answer() : undefined));
    const error: unknown = await clientOf(credential(), fetch)
      .send(call)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toHaveProperty("message", `getPet: ${message}`);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("s3cret");
    expect(calls).toEqual([]);
  });

  it("and is asked for again by the next call", async () => {
    let isDown = true;
    const { fetch } = server({}, ({ url }) => (url.includes("token") && isDown ? json({}, 503) : undefined));
    const client = clientOf(credential(), fetch);
    await expect(client.send(call)).rejects.toThrow(AuthError);
    isDown = false;
    expect(await client.send(call)).toEqual({ by: "Bearer t1" });
  });

  it("and none is asked for where the call has been aborted", async () => {
    const { tokens, fetch } = server();
    const failing = clientOf(credential(), fetch).send(call, { signal: AbortSignal.abort() });
    await expect(failing).rejects.toThrow(AbortError);
    expect(tokens).toEqual([]);
  });

  it("an abort ends the waiting, and nobody else's", async () => {
    let give: (response: Response) => void = () => undefined;
    const { fetch } = server();
    const slow = (url: string, init: RequestInit) =>
      url.includes("token") ? new Promise<Response>((resolve) => (give = resolve)) : fetch(url, init);
    const client = clientOf(credential(), slow);
    const controller = new AbortController();
    const aborted = client.send(call, { signal: controller.signal });
    const other = client.send(call).result();
    controller.abort();
    await expect(aborted).rejects.toThrow(AbortError);
    give(json({ access_token: "t0" }));
    expect(await other).toMatchObject({ ok: true });
  });
});
