/** Applications of Stripe's API: nested forms, and a bearer token that the document describes. */
import type { Application, Subject } from "./subject.js";

interface Operation {
  readonly name: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly template: string;
  /** Name and value of the path's parameter. */
  readonly path: readonly [name: string, value: string] | null;
  /** Code; null where there is none. */
  readonly body: string | null;
  readonly query: string | null;
}

const none = { path: null, body: null, query: null };
const customer = { template: "/v1/customers/{customer}", path: ["customer", "cus_1"] } as const;
const operations: readonly Operation[] = [
  {
    ...none,
    name: "postCustomers",
    method: "POST",
    template: "/v1/customers",
    body: `{ email: "ada@example.com", name: "Ada", address: { line1: "1 Main Street", city: "London" } }`,
  },
  { ...none, ...customer, name: "getCustomersCustomer", method: "GET" },
  {
    ...none,
    ...customer,
    name: "postCustomersCustomer",
    method: "POST",
    body: `{ name: "Ada", address: { city: "Leeds" } }`,
  },
  { ...none, ...customer, name: "deleteCustomersCustomer", method: "DELETE" },
  { ...none, name: "getCharges", method: "GET", template: "/v1/charges", query: `{ customer: "cus_1" }` },
  { ...none, name: "postRefunds", method: "POST", template: "/v1/refunds", body: `{ charge: "ch_1" }` },
];
const names = operations.map(({ name }) => name).join(", ");
const token = `{ Authorization: "Bearer token" }`;

/** As members of an object: what there is. */
const members = (given: Readonly<Record<string, string | null>>) =>
  Object.entries(given)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
    .join(", ");
const pathObject = ({ path }: Operation) => (path === null ? null : `{ ${path[0]}: "${path[1]}" }`);
const sections = (operation: Operation) =>
  members({ path: pathObject(operation), query: operation.query, body: operation.body });

/** All but the options, in the order of peers whose functions have no names for them: their GETs have a body, too. */
const positional = ({ method, path, body, query }: Operation) => [
  ...(path === null ? [] : [`"${path[1]}"`]),
  body ?? "undefined",
  ...(method === "GET" ? [query ?? "undefined"] : []),
];
const shortest = (operation: Operation) =>
  positional(operation)
    .join(", ")
    .replace(/(?:, )?undefined(?:, undefined)?$/, "");

/** With functions, and what the caller writes to make a client of so much of the runtime. */
const ours = (name: string, setup: string): Application => ({
  name,
  generator: "ours",
  setup,
  calls: operations.map((operation) => `${operation.name}(stripe, { ${sections(operation)} })`),
});

const applications: readonly Application[] = [
  {
    name: "`fetch` by hand",
    generator: null,
    setup: `
const call = async (method, path, fields) => {
  const body = fields && new URLSearchParams(fields);
  const response = await fetch("https://api.stripe.com" + path, { method, body, headers: ${token} });
  if (!response.ok) throw new Error(\`\${response.status}\`);
  return response.json();
};`,
    calls: [
      `call("POST", "/v1/customers", { email: "ada@example.com", name: "Ada", "address[line1]": "1 Main Street", "address[city]": "London" })`,
      `call("GET", "/v1/customers/cus_1")`,
      `call("POST", "/v1/customers/cus_1", { name: "Ada", "address[city]": "Leeds" })`,
      `call("DELETE", "/v1/customers/cus_1")`,
      `call("GET", "/v1/charges?customer=cus_1")`,
      `call("POST", "/v1/refunds", { charge: "ch_1" })`,
    ],
  },
  ours(
    "**ours**",
    `
import { createClient } from "client/src/index.ts";
import { ${names} } from "client/src/operations/index.ts";
const stripe = createClient({ auth: { bearerAuth: "token" } });`,
  ),
  {
    name: "ours, all operations on a facade",
    generator: "ours",
    setup: `
import { createClient } from "client/src/index.ts";
import { createFacade } from "client/src/facade.ts";
const stripe = createFacade(createClient({ auth: { bearerAuth: "token" } }));`,
    // The document has no tags.
    calls: operations.map((operation) => `stripe.default.${operation.name}({ ${sections(operation)} })`),
  },
  {
    name: "orval",
    generator: "orval",
    setup: `import { ${names} } from "client/api.ts";\nconst options = { headers: ${token} };`,
    calls: operations.map((operation) => `${operation.name}(${[...positional(operation), "options"].join(", ")})`),
  },
  {
    name: "oazapfts",
    generator: "oazapfts",
    setup: `import { defaults, ${names} } from "client/api.ts";\ndefaults.headers = ${token};`,
    calls: operations.map((operation) => `${operation.name}(${shortest(operation)})`),
  },
  {
    name: "openapi-fetch",
    generator: "openapi-typescript",
    setup: `
import createClient from "openapi-fetch";
const stripe = createClient({ baseUrl: "https://api.stripe.com", headers: ${token} });
const headers = { "Content-Type": "application/x-www-form-urlencoded" };`,
    calls: operations.map((operation) => {
      const { method, template, body, query } = operation;
      const params = members({ path: pathObject(operation), query });
      const init = members({
        params: params === "" ? null : `{ ${params} }`,
        body,
        headers: body === null ? null : "headers",
      });
      return `stripe.${method}("${template}", { ${init} })`;
    }),
  },
  {
    name: "kubb",
    generator: "kubb",
    setup: `
import { setConfig } from "@kubb/plugin-client/clients/fetch";
import { ${names} } from "client/index.ts";
setConfig({ baseURL: "https://api.stripe.com", headers: ${token} });`,
    calls: operations.map((operation) => `${operation.name}(${shortest(operation)})`),
  },
  {
    name: "hey-api",
    generator: "hey-api",
    setup: `
import { client } from "client/src/client.gen.ts";
import { ${names} } from "client/src/sdk.gen.ts";
client.setConfig({ auth: ({ scheme }) => (scheme === "bearer" ? "token" : undefined), throwOnError: true });`,
    calls: operations.map((operation) => `${operation.name}({ ${sections(operation)} })`),
  },
];

export const stripe: Subject = {
  key: "stripe",
  title: "Stripe's `postCustomers`",
  document: "../shared/large/stripe.json",
  overlays: [],
  applications,
};
