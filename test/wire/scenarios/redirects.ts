/** Redirects: no credential follows one to another origin. */
import { cookieKey, formKey, headerKey, queryKey } from "../../../templates/client/src/runtime/api-key.js";
import type { ByScheme } from "../../../templates/client/src/runtime/authorise.js";
import type { Call, CallOptions } from "../../../templates/client/src/runtime/client.js";
import type { Scheme } from "../../../templates/client/src/runtime/draft.js";
import { ConnectionError, TimeoutError } from "../../../templates/client/src/runtime/errors.js";
import { basic, bearer } from "../../../templates/client/src/runtime/http-auth.js";
import { retry } from "../../../templates/client/src/runtime/retry.js";
import type { Recorded } from "./answer.js";
import { equal, failure, holds, secret, until } from "./expect.js";
import { type Scenario, servers, type World } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

const statuses = [301, 302, 303, 307, 308];
const form = "application/x-www-form-urlencoded";

interface Credential {
  readonly name: string;
  readonly scheme: Scheme;
  /** Where it stands in a request that has it. */
  readonly seen: (request: Recorded) => string | undefined;
  /** Whether `fetch` would take it along, so that redirects are followed by hand. */
  readonly isGuarded: boolean;
  readonly on?: Scenario["on"];
}

const credentials: readonly Credential[] = [
  { name: "a key in a header", scheme: headerKey("x-key"), seen: ({ headers }) => headers["x-key"], isGuarded: true },
  {
    name: "a key in a cookie",
    scheme: cookieKey("key"),
    seen: ({ headers }) => headers["cookie"]?.replace("key=", ""),
    isGuarded: true,
    // A page cannot set the header.
    on: servers,
  },
  {
    name: "a key in a form",
    scheme: formKey("key", headerKey("key")),
    seen: ({ body }) => new URLSearchParams(body).get("key") ?? undefined,
    isGuarded: true,
  },
  {
    name: "a key in the query",
    scheme: queryKey("key"),
    seen: ({ path }) => new URLSearchParams(path.replace(/.*\?/, "")).get("key") ?? undefined,
    isGuarded: false,
  },
  {
    name: "a bearer token",
    scheme: bearer(),
    seen: ({ headers }) => headers["authorization"]?.replace("Bearer ", ""),
    isGuarded: false,
  },
  {
    name: "user and password",
    scheme: basic(),
    seen: ({ headers }) => headers["authorization"] && atob(headers["authorization"].replace("Basic ", "")),
    isGuarded: false,
  },
];

/** A POST of a form with a credential. */
function post(world: World, scheme: Scheme, options: CallOptions = {}) {
  return authorised(world, { key: scheme }, options, {
    method: "POST",
    contentType: form,
    encode: () => ({ body: "name=Ada" }),
  });
}

function authorised(world: World, schemes: ByScheme<Scheme>, options: CallOptions = {}, changes: Partial<Call> = {}) {
  const auth = Object.fromEntries(Object.keys(schemes).map((name) => [name, secret]));
  const security = [Object.keys(schemes)];
  return send(clientOf(world, { auth, ...options }, schemes), { security, ...changes });
}

const noSecret = (requests: readonly Recorded[]) => {
  // In whichever way it is written.
  const text = requests.map((each) => JSON.stringify(each) + atobs(each)).join("\n");
  holds(!text.includes(secret), `a credential followed: ${text}`);
};
const atobs = ({ headers }: Recorded) => atob(/Basic (.*)/.exec(headers["authorization"] ?? "")?.[1] ?? "");

const toOthers: readonly Scenario[] = credentials.flatMap(({ name, scheme, seen, isGuarded, on }) =>
  statuses.map((status): Scenario => ({
    name: `${name}, ${status} to another origin: it does not follow`,
    ...(on && { on }),
    play: async (world) => {
      await world.script({ "/pet": { status, headers: { location: "{other}/target" } }, "/target": {} });
      const result = await post(world, scheme).result();
      const [first, ...others] = await world.recorded();
      equal(first && seen(first), secret);
      noSecret(others);
      if (!isGuarded) {
        equal(result.ok && result.data, ada);
        equal(
          others.map(({ to }) => to),
          ["other"],
        );
      } else if (world.platform === "browser") {
        holds(result.status === null && result.error instanceof ConnectionError, "a page was told of a redirect");
        equal(others, []);
      } else {
        equal([result.ok, result.status], [false, status]);
        equal(result.status !== null && result.headers.get("location"), `${world.other}/target`);
        equal(others, []);
      }
    },
  })),
);

const withinOne: readonly Scenario[] = credentials.flatMap(({ name, scheme, seen, isGuarded, on }) =>
  statuses.map((status): Scenario => ({
    name: `${name}, ${status} to the same origin`,
    ...(on && { on }),
    play: async (world) => {
      await world.script({ "/pet": { status, headers: { location: "{origin}/target" } }, "/target": {} });
      if (isGuarded && world.platform === "browser") {
        await failure(post(world, scheme), ConnectionError);
        equal((await world.recorded()).length, 1);
        return;
      }
      equal(await post(world, scheme), ada);
      const [, target, ...others] = await world.recorded();
      const keepsMethod = status > 306;
      equal([target?.method, others], [keepsMethod ? "POST" : "GET", []]);
      equal(target?.headers["content-type"], keepsMethod ? form : undefined);
      equal(new URLSearchParams(target?.body).get("name"), keepsMethod ? "Ada" : null);
      // What stands in the URL or the body goes with it.
      const isKept = keepsMethod || name !== "a key in a form";
      equal(target && seen(target), isKept && name !== "a key in the query" ? secret : undefined);
    },
  })),
);

const key = headerKey("x-key");

/** What becomes of a Location: `origin` and `other` say who gets the second request, a status that it is the answer. */
const locations: readonly Scenario[] = (
  [
    ["target?a=1#b", "origin"],
    ["{otherHost}/target", 307],
    ["\\\\\\\\localhost/target", 307],
    ["data:application/json,{}", 307],
    ["ftp://127.0.0.1/", 307],
    ["http://[", null],
  ] satisfies readonly [string, "origin" | 307 | null][]
).map(([location, outcome]) => ({
  name: `a redirect to ${location}`,
  on: servers,
  play: async (world) => {
    await world.script({ "/pet": { status: 307, headers: { location } }, "/target": {} });
    const result = await authorised(world, { key }).result();
    const [, ...others] = await world.recorded();
    equal(
      others.map(({ to }) => to),
      outcome === "origin" ? ["origin"] : [],
    );
    equal(result.status, outcome === "origin" ? 200 : outcome);
    if (result.status === null) holds(result.error instanceof ConnectionError, String(result.error));
  },
}));

const others: readonly Scenario[] = [
  {
    name: "a redirect to the same origin, then one to another",
    on: servers,
    play: async (world) => {
      await world.script({
        "/pet": { status: 308, headers: { location: "{origin}/next" } },
        "/next": { status: 302, headers: { location: "{other}/target" } },
        "/target": {},
      });
      equal((await authorised(world, { key, token: bearer() }).result()).status, 302);
      const all = await world.recorded();
      equal(
        all.map(({ path, headers }) => [path, headers["x-key"], headers["authorization"]]),
        [
          ["/pet", secret, `Bearer ${secret}`],
          ["/next", secret, `Bearer ${secret}`],
        ],
      );
    },
  },
  {
    name: "redirects without end have one",
    on: servers,
    play: async (world) => {
      await world.script({ "/pet": { status: 302, headers: { location: "{origin}/pet" } } });
      equal((await authorised(world, { key }).result()).status, 302);
      equal((await world.recorded()).length, 21);
    },
  },
  {
    name: "a HEAD stays one",
    on: servers,
    play: async (world) => {
      await world.script({ "/pet": { status: 303, headers: { location: "{origin}/target" } }, "/target": {} });
      equal(await authorised(world, { key }, {}, { method: "HEAD" }), undefined);
      equal(
        (await world.recorded()).map(({ method }) => method),
        ["HEAD", "HEAD"],
      );
    },
  },
  {
    name: "a body that is a stream is not sent twice",
    on: servers,
    play: async (world) => {
      await world.script({ "/pet": { status: 307, headers: { location: "{origin}/target" } }, "/target": {} });
      const encode = () => ({ body: new Blob(["name=Ada"]).stream(), contentType: form });
      equal((await authorised(world, { key }, {}, { method: "POST", encode }).result()).status, 307);
      equal(
        (await world.recorded()).map(({ body }) => body),
        ["name=Ada"],
      );
    },
  },
  {
    name: "the body of a redirect that is followed is not waited for, and its connection is closed",
    on: servers,
    play: async (world) => {
      await world.script({
        "/pet": { status: 307, headers: { location: "{origin}/target" }, body: "Moved", rest: ".", holds: "body" },
        "/target": {},
      });
      equal(await authorised(world, { key }), ada);
      await until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
    },
  },
  {
    name: "the timeout is for all of them together",
    on: servers,
    play: async (world) => {
      await world.script({
        "/pet": { status: 307, headers: { location: "{origin}/target" } },
        "/target": { holds: "headers" },
      });
      await failure(authorised(world, { key }, { timeout: 500 }), TimeoutError);
    },
  },
  {
    name: "a retry begins where the call began",
    on: servers,
    play: async (world) => {
      await world.script({
        "/pet": { status: 307, headers: { location: "{origin}/target" } },
        "/target": [{ status: 503 }, {}],
      });
      equal(await authorised(world, { key }, { retry: retry({ delay: 1 }) }), ada);
      equal(
        (await world.recorded()).map(({ path }) => path),
        ["/pet", "/target", "/pet", "/target"],
      );
    },
  },
];

export const redirects: readonly Scenario[] = [...toOthers, ...withinOne, ...locations, ...others];
