import { expect, it } from "vitest";
import { serverUrl } from "../../templates/client/src/runtime/server-url.js";

const servers = {
  production: { url: "https://{region}.api.test/{version}", variables: { region: "eu", version: "v1" } },
  sandbox: { url: "https://sandbox.test" },
};

it.each([
  [undefined, undefined],
  ["sandbox", "https://sandbox.test"],
  ["production", "https://eu.api.test/v1"],
  [{ name: "production", variables: { region: "us" } }, "https://us.api.test/v1"],
  [{ name: "production", variables: { region: "$&" } }, "https://$&.api.test/v1"],
])("%j is %s", (choice, url) => {
  expect(serverUrl(servers, choice)).toBe(url);
});

it.each(["sandobx", "toString"])("no server is called %s", (name) => {
  const choose = () => serverUrl(servers, name);
  expect(choose).toThrow(TypeError);
  expect(choose).toThrow(`no server is called ${name}, only production, sandbox`);
});
