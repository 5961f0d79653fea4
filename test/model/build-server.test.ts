import { describe, expect, it } from "vitest";
import type { NormalServer } from "../../generator/document/normal-document.js";
import { buildServer, ownServers } from "../../generator/model/build-server.js";

function server(url: string, variables: Readonly<Record<string, string>> = {}): NormalServer {
  return {
    url,
    name: null,
    description: null,
    variables: Object.entries(variables).map(([name, value]) => ({
      name,
      default: value,
      enum: [],
      description: null,
    })),
    origin: { uri: "api.yml", pointer: "/servers/0" },
  };
}

describe("a server's URL", () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["https://a.test/v1", {}, "https://a.test/v1"],
    ["https://{host}:{port}/", { host: "a.test", port: "8443" }, "https://a.test:8443/"],
    ["{base}", { base: "https://{host}", host: "a.test" }, "https://{host}"],
    ["https://{__proto__}", {}, "https://{__proto__}"],
  ])("%s", (url, variables, filled) => {
    expect(buildServer(server(url, variables)).url).toBe(filled);
  });
});

describe("the URLs that a server may have", () => {
  const enums = {
    base: ["api", "v2"],
    kind: ["a", "b"],
    region: ["eu", "us"],
    many: Array.from({ length: 99 }, (_, index) => String(index)),
  };
  it.each<[string, readonly string[]]>([
    ["https://a.test/{base}/", ["https://a.test/api/", "https://a.test/v2/"]],
    ["/{base}/{kind}", ["/api/a", "/api/b", "/v2/a", "/v2/b"]],
    ["{base}", ["api", "v2"]],
    ["https://{region}.a.test/{kind}", ["https://eu.a.test/a", "https://eu.a.test/b"]],
  ])("%s", (url, urls) => {
    expect(buildServer(withEnums(url, enums)).urls).toEqual(urls);
  });

  it("are not too many", () => {
    expect(buildServer(withEnums("/{many}/{base}", enums)).urls).toHaveLength(50);
  });
});

function withEnums(url: string, enums: Readonly<Record<string, readonly string[]>>): NormalServer {
  const variables = Object.entries(enums).map(([name, values]) => {
    return { name, default: values[0] ?? "", enum: values, description: null };
  });
  return { ...server(url), variables };
}

describe("servers of an operation", () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["none", [], ["https://a.test"], []],
    ["the document's", ["https://a.test/"], ["https://a.test"], []],
    ["others", ["https://b.test", "https://c.test"], ["https://a.test"], ["https://b.test", "https://c.test"]],
    ["a path on the same host", ["/v2"], ["https://a.test/v1"], ["https://a.test/v2"]],
    ["a path, where no host is known", ["/v2"], ["/v1"], ["/v2"]],
    ["the root, where the document has no server", ["/"], [], []],
    ["another host", ["//b.test/v2"], ["https://a.test"], ["https://b.test/v2"]],
  ])("%s", (_, own, shared, urls) => {
    const found = ownServers(
      own.map((url) => server(url)),
      shared.map((url) => buildServer(server(url))),
    );
    expect(found.map(({ url }) => url)).toEqual(urls);
  });
});
