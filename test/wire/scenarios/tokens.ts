/** Tokens that many calls want at once. */
import type { CallOptions } from "../../../templates/client/src/runtime/client.js";
import { AbortError, ApiError, AuthError, TimeoutError } from "../../../templates/client/src/runtime/errors.js";
import { oauth, type OAuthClient } from "../../../templates/client/src/runtime/oauth.js";
import type { Answer, Recorded } from "./answer.js";
import { equal, failure, secret, until } from "./expect.js";
import { type Scenario, servers, type World } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

/** The answer of a token's URL. One that ends in less than 30 seconds is about to: no call takes it but the one it is for. */
const token = (name: string, seconds?: number): Answer => ({
  body: JSON.stringify({ access_token: name, refresh_token: `refresh-${name}`, expires_in: seconds }),
});

/** Where a client gets its tokens in a scenario. */
const credentialOf = (changes: Partial<OAuthClient> = {}): OAuthClient => ({
  clientId: "id",
  clientSecret: secret,
  ...changes,
});

function tokenClient(world: World, credential: OAuthClient, options: CallOptions = {}) {
  // Relative to the server's URL, which has the scenario's path.
  const schemes = { oauth: oauth({ tokenUrl: `${world.origin}/token` }) };
  return clientOf(world, { auth: { oauth: credential }, ...options }, schemes);
}

const secured = { security: [["oauth"]] };

const forToken = (recorded: readonly Recorded[]) => recorded.filter(({ path }) => path === "/token");
/** How often each Authorization header arrived, and in which order. */
const arrived = (recorded: readonly Recorded[]) => {
  const counts: Record<string, number> = {};
  for (const { path, headers } of recorded)
    if (path.startsWith("/pet"))
      counts[headers["authorization"] ?? ""] = (counts[headers["authorization"] ?? ""] ?? 0) + 1;
  return counts;
};
const grants = (recorded: readonly Recorded[]) =>
  forToken(recorded).map(({ body }) => new URLSearchParams(body).get("refresh_token"));

/** Of a page, calls of one URL wait for each other: its cache wants to have it once. */
const many = (count: number, call: (path: string) => PromiseLike<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => call(`/pet/${index}`)));

export const tokens: readonly Scenario[] = [
  {
    name: "1,000 calls without a token: one is asked for",
    play: async (world) => {
      await world.script({ "/token": token("one"), "/pet": { needs: "Bearer one" } });
      const client = tokenClient(world, credentialOf());
      const data = await many(1000, (path) => send(client, { ...secured, path }));
      equal(new Set(data.map((each) => JSON.stringify(each))).size, 1);
      const recorded = await world.recorded();
      equal(grants(recorded), [null]);
      equal(arrived(recorded), { "Bearer one": 1000 });
    },
  },
  {
    name: "1,000 calls while a token ends: one refresh, with the refresh token that was given last",
    play: async (world) => {
      await world.script({ "/token": [token("one", 10), token("two", 3600), { status: 400 }], "/pet": {} });
      const told: string[] = [];
      const onToken = ({ accessToken }: { readonly accessToken: string }) => {
        told.push(accessToken);
      };
      const client = tokenClient(world, credentialOf({ onToken }));
      equal(await send(client, secured), ada);
      await many(1000, (path) => send(client, { ...secured, path }));
      const recorded = await world.recorded();
      equal(grants(recorded), [null, "refresh-one"]);
      equal(arrived(recorded), { "Bearer one": 1, "Bearer two": 1000 });
      equal(told, ["one", "two"]);
    },
  },
  {
    name: "1,000 calls that all get a 401 at once: one refresh, and all are sent again",
    play: async (world) => {
      await world.script({ "/token": [token("one"), token("two"), { status: 400 }], "/pet": { needs: "Bearer one" } });
      const client = tokenClient(world, credentialOf());
      equal(await send(client, secured), ada);
      // The server takes the first token back. All calls have it before any is answered.
      await world.script({ "/token": [token("two"), { status: 400 }], "/pet": { needs: "Bearer two" } });
      await many(1000, (path) => send(client, { ...secured, path }));
      const recorded = await world.recorded();
      equal(grants(recorded), [null, "refresh-one"]);
      equal(arrived(recorded), { "Bearer one": 1001, "Bearer two": 1000 });
    },
  },
  {
    name: "two clients that have the same credential share a token",
    play: async (world) => {
      await world.script({ "/token": token("one"), "/pet": { needs: "Bearer one" } });
      const credential = credentialOf();
      const clients = [tokenClient(world, credential), tokenClient(world, credential)];
      await Promise.all(clients.map((client) => many(10, () => send(client, secured))));
      equal(forToken(await world.recorded()).length, 1);
    },
  },
  {
    name: "no token to be had: an AuthError for all, after one request, and the next call asks again",
    play: async (world) => {
      const client = tokenClient(world, credentialOf());
      const ask = () => send(client, secured);
      await world.script({ "/token": { breaks: "headers" } });
      await many(100, () => failure(ask(), AuthError));
      await world.script({ "/token": [{ status: 500 }, token("one")], "/pet": {} });
      await many(100, () => failure(ask(), AuthError));
      equal(await ask(), ada);
      const recorded = await world.recorded();
      // Chromium and Deno themselves ask again, once, where the connection was open before.
      if (/node|bun/.test(world.platform)) equal(forToken(recorded).length, 3);
      equal(arrived(recorded), { "Bearer one": 1 });
    },
  },
  {
    name: "a token that is slow: a call that is aborted waits no longer, the others do",
    play: async (world) => {
      await world.script({ "/token": { ...token("one"), holds: "headers" }, "/pet": {} });
      const client = tokenClient(world, credentialOf());
      const controller = new AbortController();
      const aborted = failure(send(client, secured, { signal: controller.signal }), AbortError);
      const others = many(10, () => send(client, secured));
      await until(world, (all) => forToken(all).length === 1, "the request for a token");
      controller.abort();
      await aborted;
      await world.release();
      equal(
        await others,
        Array.from({ length: 10 }, () => ada),
      );
      equal(forToken(await world.recorded()).length, 1);
    },
  },
  {
    name: "a token that is slow, and a timeout: a TimeoutError, before the first answer and after a 401",
    play: async (world) => {
      const held: Answer = { holds: "headers" };
      await world.script({ "/token": [held, token("one"), held], "/pet": [{}, { status: 401 }] });
      await failure(send(tokenClient(world, credentialOf()), secured, { timeout: 300 }), TimeoutError);
      const client = tokenClient(world, credentialOf());
      equal(await send(client, secured), ada);
      await failure(send(client, secured, { timeout: 300 }), TimeoutError);
      await world.release();
    },
  },
  {
    name: "a token that is slow, and nobody who still waits: no unhandled rejection",
    play: async (world) => {
      await world.script({ "/token": { holds: "headers", breaks: "headers" }, "/pet": {} });
      const controller = new AbortController();
      const client = tokenClient(world, credentialOf(), { signal: controller.signal });
      const all = many(10, () => failure(send(client, secured), AbortError));
      await until(world, (recorded) => forToken(recorded).length === 1, "the request for a token");
      controller.abort();
      await all;
      await world.release();
      await until(world, ([first]) => first?.ended === "broken", "the reset");
    },
  },
  {
    name: "a 401 after which there is no other token is the answer",
    play: async (world) => {
      await world.script({ "/token": [token("one"), { status: 500 }], "/pet": { needs: "Bearer two" } });
      const error = await failure(send(tokenClient(world, credentialOf()), secured), ApiError);
      equal(Reflect.get(error, "status"), 401);
    },
  },
  {
    name: "a second 401 is the answer, and nobody waits for the first one's body",
    play: async (world) => {
      const refused: Answer = { status: 401, body: "no", rest: ".", holds: "body" };
      await world.script({ "/token": [token("one"), token("two")], "/pet": [refused, { status: 401, body: "" }] });
      const error = await failure(send(tokenClient(world, credentialOf()), secured), ApiError);
      equal(Reflect.get(error, "status"), 401);
      const recorded = await until(world, (all) => all.every(({ ended }) => ended !== null), "the end of the first");
      equal(arrived(recorded), { "Bearer one": 1, "Bearer two": 1 });
    },
  },
  {
    name: "a body that is a stream is not sent again after a 401",
    on: servers,
    play: async (world) => {
      await world.script({ "/token": token("one"), "/pet": { needs: "Bearer two" } });
      const encode = () => ({ body: new Blob(["Ada"]).stream() });
      await failure(send(tokenClient(world, credentialOf()), { ...secured, method: "POST", encode }), ApiError);
      equal(arrived(await world.recorded()), { "Bearer one": 1 });
    },
  },
  ...(["header", "body"] as const).map((clientAuthentication): Scenario => ({
    name: `the client's secret in the ${clientAuthentication} follows no redirect of the token's URL`,
    play: async (world) => {
      await world.script({
        "/token": { status: 307, headers: { location: "{other}/token" } },
        "/pet": {},
      });
      await failure(send(tokenClient(world, credentialOf({ clientAuthentication })), secured), AuthError);
      equal(
        (await world.recorded()).map(({ to }) => to),
        ["origin"],
      );
    },
  })),
];
