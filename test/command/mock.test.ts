/** `exemplar mock`: a real process, real sockets. */
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { Agent, get, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree } from "../output/output-folder.js";
import { makeProject, runCommand } from "./run-command.js";
import { startMock } from "./start-mock.js";

const shop = (name: string) => `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example/v1 }]
components:
  securitySchemes: { key: { type: apiKey, in: query, name: app_id } }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        "200":
          description: ok
          content: { application/json: { example: { name: ${name} } } }
`;
const two = (name: string) =>
  `{ "document": "api.yml", "output": "out/${name}", "package": { "name": "${name}" }, "mock": { "page": false } }`;

describe.concurrent("mock", () => {
  it("answers, logs a line a request, and leaves nothing behind", async () => {
    const temporary = await makeProject();
    const cwd = await makeProject({ "api.yml": shop("Ada") });
    const before = await readTree(cwd);
    const mock = await startMock(["api.yml"], cwd, { TMPDIR: temporary });
    expect(mock.stderr()).toContain("✔ Shop 1: 1 operation");
    const answer = await fetch(`${mock.url}/pets/1?app_id=s3cret&access_token=t0ken`);
    expect([answer.status, await answer.json()]).toEqual([200, { name: "Ada" }]);
    expect((await fetch(`${mock.url}/v1/pets/%1B%5B31m?limit=x`)).status).toBe(422);
    expect((await fetch(`${mock.url}/nothing`)).status).toBe(404);
    const lines = () =>
      mock
        .stderr()
        .split("\n")
        .filter((line) => /^[A-Z]+ +\//.test(line));
    await mock.said("/nothing");
    expect(lines().map((line) => line.replace(/ +\d+ ms/, " 0 ms").replace(/ +/g, " "))).toEqual([
      "GET /pets/1?app_id=***&access_token=*** 200 0 ms getPet",
      expect.stringMatching(/^GET \/v1\/pets\/%1B%5B31m\?limit=x 422 0 ms getPet query\.limit /),
      "GET /nothing 404 0 ms no operation has this path",
    ]);
    expect(mock.stdout()).toBe("");
    expect(await mock.stop()).toBe(0);
    expect(await readTree(cwd)).toEqual(before);
    expect((await readdir(temporary)).filter((name) => name.startsWith("exemplar-mock-"))).toEqual([]);
  });

  it("ends at once where connections are kept alive, or wait", async () => {
    const mock = await startMock(["api.yml", "--delay", "60000"], await makeProject({ "api.yml": shop("Ada") }));
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      get(`${mock.url}/_exemplar/page.js`, { agent }, (answer) => answer.resume().on("end", resolve)),
    );
    // That the mock says to go on shows that it has the request: what only waits to be taken may never hear of its end.
    const waiting = request(`${mock.url}/pets/1`, { headers: { expect: "100-continue" } });
    const outcome = new Promise((resolve) => {
      waiting.once("response", () => {
        resolve("answered");
      });
      waiting.once("error", () => {
        resolve("ended");
      });
    });
    waiting.flushHeaders();
    await once(waiting, "continue");
    waiting.end();
    expect(await mock.stop("SIGTERM")).toBe(0);
    expect(await outcome).toBe("ended");
    agent.destroy();
  });

  it("prints lines of JSON, and no more, where that is asked for", async () => {
    const mock = await startMock(["api.yml", "--json", "--no-page"], await makeProject({ "api.yml": shop("Ada") }));
    await fetch(`${mock.url}/pets/1?limit=x`);
    expect((await fetch(`${mock.url}/`)).status).toBe(404);
    await mock.said('"path":"/"');
    expect(await mock.stop()).toBe(0);
    expect(mock.stderr()).toBe("");
    const events: unknown[] = mock
      .stdout()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(events).toMatchObject([
      { event: "listening", url: mock.url, reference: null, title: "Shop 1", operations: 1, leftOut: 0 },
      {
        event: "request",
        method: "GET",
        path: "/pets/1?limit=x",
        status: 422,
        operation: "getPet",
        problems: [{ field: "query.limit" }],
      },
      { event: "request", path: "/", status: 404, operation: null, problems: [] },
    ]);
  });

  it("serves a page that shows the document where it is served, and takes no path of it", async () => {
    const root =
      shop("Ada")
        .replace("/pets/{id}", "/")
        .replace(/ +- \{ name: id.*\n/, "") + "  /_exemplar/x: {}\n";
    const cwd = await makeProject({ "api.yml": shop("Ada"), "root.yml": root });
    const [mock, taken] = await Promise.all([startMock(["api.yml"], cwd), startMock(["root.yml"], cwd)]);
    const page = await fetch(`${mock.url}/?from=somewhere`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self';");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const document = await fetch(`${mock.url}/_exemplar/openapi.json`);
    expect(document.headers.get("content-type")).toBe("application/json");
    expect(await document.json()).toMatchObject({ info: { title: "Shop" }, servers: [{ url: "/" }] });
    expect(await (await fetch(`${taken.url}/`)).json()).toEqual({ name: "Ada" });
    expect(await (await fetch(`${taken.url}/_exemplar2/`)).text()).toContain("/_exemplar2/scalar.js");
    expect(taken.stderr()).toContain(`${taken.url}/_exemplar2/`);
    await Promise.all([mock.stop(), taken.stop()]);
  });

  it("takes over changes, one for a burst of them, and keeps the mock where the document has errors", async () => {
    const parts =
      "components: { responses: { ok: { description: ok, content: { application/json: { example: 1 } } } } }\n";
    const document = shop("Ada").replace(/"200":[^]*$/, '"200": { $ref: "parts.yml#/components/responses/ok" }\n');
    const cwd = await makeProject({ "api.yml": document, "parts.yml": parts });
    const mock = await startMock(["api.yml", "--watch", "--json"], cwd);
    const answer = async () => (await fetch(`${mock.url}/pets/1`)).json();
    expect(await answer()).toBe(1);
    const reloads = () => mock.stdout().match(/"event":"reloaded"/g)?.length ?? 0;
    for (let value = 2; value <= 6; value++)
      await writeFile(join(cwd, "parts.yml"), parts.replace(": 1", `: ${value}`));
    await mock.said('"reloaded"');
    expect(await answer()).toBe(6);
    await writeFile(join(cwd, "api.yml"), "openapi: [");
    await mock.said('"event":"failed"');
    expect(await answer()).toBe(6);
    expect(reloads()).toBe(1);
    await writeFile(join(cwd, "api.yml"), document.replace("Shop", "Mended"));
    await mock.said('"title":"Mended 1"');
    expect(await mock.stop()).toBe(0);
    expect(reloads()).toBe(2);
  });

  it("says after a change only what is new, and how many warnings there are", async () => {
    const document = `${shop("Ada")}tag: 1\n`;
    const cwd = await makeProject({ "api.yml": document });
    const mock = await startMock(["api.yml", "--watch"], cwd);
    const before = mock.stderr().length;
    await writeFile(join(cwd, "api.yml"), `# moved\n${document}tagz: 1\n`);
    await mock.said("reloaded in");
    const told = mock.stderr().slice(before);
    expect(told).toContain('"tagz"');
    expect(told).not.toContain('"tag"');
    expect(told).toContain("2 warnings");
    await mock.stop();
  });

  it("serves a target of the config, as its section says", async () => {
    const cwd = await makeProject({
      "api.yml": shop("Ada"),
      "exemplar.config.json": `{ "targets": [${two("b")}, ${two("c")}] }`,
    });
    const mock = await startMock(["--package", "c"], cwd);
    expect((await fetch(`${mock.url}/pets/1`)).status).toBe(200);
    expect((await fetch(`${mock.url}/`)).status).toBe(404);
    await mock.stop();
    const several = await runCommand(["mock"], { cwd });
    expect(several.status).toBe(2);
    expect(several.stderr).toContain("The config has 2 targets, and the command takes one.");
    expect(several.stderr).toContain("--package b (out/b), --package c (out/c)");
  });

  it("says what is wrong with its arguments, a port, or the document", async () => {
    const cwd = await makeProject({ "api.yml": shop("Ada"), "bad.yml": "openapi: 3.0.3\n" });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const run = async (...args: readonly string[]) => {
      const { status, stderr } = await runCommand(["mock", ...args], { cwd });
      return [status, stderr] as const;
    };
    const help = /help: Choose another with --port/;
    expect(await run("api.yml", "--port", port)).toEqual([
      2,
      expect.stringMatching(`Port ${port} of 127.0.0.1 is in use.`),
    ]);
    expect((await run("api.yml", "--port", port))[1]).toMatch(help);
    expect(await run("api.yml", "--port", "65536")).toEqual([2, expect.stringContaining("no integer from 0 to 65535")]);
    expect(await run("api.yml", "--package", "a")).toEqual([2, expect.stringContaining("cannot be given both")]);
    expect(await run()).toEqual([2, expect.stringContaining("Name the document, as in `exemplar mock openapi.yml`")]);
    expect(await run("none.yml", "--port", "0")).toEqual([1, expect.stringContaining("nothing is served")]);
    server.close();
  });
});
