/** Applications of Zoom's account API: forms, with two credentials in each. */
import type { Application, Subject } from "./subject.js";

const account = `{ email: "ada@example.com", first_name: "Ada", last_name: "Lovelace", password: "secret1" }`;
const id = `{ account_id: "1" }`;
const further: readonly (readonly [name: string, body: string])[] = [
  ["accountGet", id],
  ["accountUpdate", `{ account_id: "1", pay_mode: "0" }`],
  ["accountDelete", id],
  ["accountPlanGet", id],
  ["accountBillingUpdate", `{ account_id: "1", first_name: "Ada" }`],
];
const operations: readonly (readonly [name: string, body: string])[] = [["accountCreate", account], ...further];
const names = operations.map(([name]) => name).join(", ");

/** `accountPlanGet` is at `/ma/account/plan/get`. */
const path = (name: string) => `/ma/${name.replace(/[A-Z]/g, (letter) => `/${letter.toLowerCase()}`)}`;

/** The peers do not know that the credentials are fields of the form. */
const key = `const key = { api_key: "key", api_secret: "secret" };`;
const withKey = (body: string) => body.replace("{", "{ ...key,");

/** With functions, and what the caller writes to make a client of so much of the runtime. */
const ours = (name: string, setup: string): Application => ({
  name,
  generator: "ours",
  setup,
  calls: operations.map(([operation, body]) => `${operation}(zoom, { body: ${body} })`),
});

/** `accountCreate` in the group `account`. */
const member = (name: string) => `account.${name.charAt(7).toLowerCase()}${name.slice(8)}`;

const applications: readonly Application[] = [
  {
    name: "`fetch` by hand",
    generator: null,
    setup: `
const call = async (path, fields) => {
  const body = new URLSearchParams({ api_key: "key", api_secret: "secret", ...fields });
  const response = await fetch("https://api.zoom.us/v1" + path, { method: "POST", body });
  if (!response.ok) throw new Error(\`\${response.status}\`);
  return response.json();
};`,
    calls: operations.map(([name, body]) => `call("${path(name)}", ${body})`),
  },
  ours(
    "**ours**",
    `
import { createClient } from "client/src/index.ts";
import { ${names} } from "client/src/operations/index.ts";
const zoom = createClient({ auth: { api_key: "key", api_secret: "secret" } });`,
  ),
  ours(
    "ours, with retries, a timeout and hooks",
    `
import { createClient } from "client/src/index.ts";
import { hooks } from "client/src/hooks.ts";
import { retry } from "client/src/retry.ts";
import { ${names} } from "client/src/operations/index.ts";
const zoom = createClient({
  auth: { api_key: "key", api_secret: "secret" },
  timeout: 30_000,
  retry: retry({ idempotencyHeader: "idempotency-key" }),
  use: [hooks({ onRequest: ({ headers }) => headers.delete("idempotency-key") })],
});`,
  ),
  ours(
    "ours, with everything",
    `
import { createClient } from "client/src/index.ts";
import { hooks } from "client/src/hooks.ts";
import { logger } from "client/src/logger.ts";
import { paginate } from "client/src/paginate.ts";
import { request } from "client/src/request.ts";
import { retry } from "client/src/retry.ts";
import { validated, withSchemas } from "client/src/validate.ts";
import { ${names} } from "client/src/operations/index.ts";
const zoom = withSchemas(createClient({
  auth: { api_key: "key", api_secret: "secret" },
  timeout: 30_000,
  retry: retry(),
  use: [hooks({ onRequest: () => undefined }), logger({ level: "error" })],
}), {});
globalThis.unused = [paginate, request, validated];`,
  ),
  {
    name: "ours, all operations on a facade",
    generator: "ours",
    setup: `
import { createClient } from "client/src/index.ts";
import { createFacade } from "client/src/facade.ts";
const zoom = createFacade(createClient({ auth: { api_key: "key", api_secret: "secret" } }));`,
    calls: operations.map(([name, body]) => `zoom.${member(name)}({ body: ${body} })`),
  },
  {
    name: "orval",
    generator: "orval",
    setup: `import { ${names} } from "client/api.ts";\n${key}`,
    calls: operations.map(([name, body]) => `${name}(${withKey(body)})`),
  },
  {
    name: "oazapfts",
    generator: "oazapfts",
    setup: `import { ${names} } from "client/api.ts";\n${key}`,
    calls: operations.map(([name, body]) => `${name}(${withKey(body)})`),
  },
  {
    name: "openapi-fetch",
    generator: "openapi-typescript",
    setup: `
import createClient from "openapi-fetch";
const zoom = createClient({ baseUrl: "https://api.zoom.us/v1" });
const headers = { "Content-Type": "application/x-www-form-urlencoded" };
${key}`,
    calls: operations.map(([name, body]) => `zoom.POST("${path(name)}", { body: ${withKey(body)}, headers })`),
  },
  {
    name: "kubb",
    generator: "kubb",
    setup: `
import { setConfig } from "@kubb/plugin-client/clients/fetch";
import { ${names} } from "client/index.ts";
setConfig({ baseURL: "https://api.zoom.us/v1" });
${key}`,
    calls: operations.map(([name, body]) => `${name}(${withKey(body)})`),
  },
  {
    name: "hey-api",
    generator: "hey-api",
    setup: `
import { client } from "client/src/client.gen.ts";
import { ${names} } from "client/src/sdk.gen.ts";
client.setConfig({ throwOnError: true });
${key}`,
    calls: operations.map(([name, body]) => `${name}({ body: ${withKey(body)} })`),
  },
];

export const zoom: Subject = {
  key: "zoom",
  title: "Zoom's `accountCreate`",
  document: "spec/zoom-account.yml",
  overlays: ["spec/zoom-account.overlay.yml"],
  applications,
};
