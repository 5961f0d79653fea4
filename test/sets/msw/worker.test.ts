/** The handlers in a service worker of Chromium, which stands between a page and the network. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath, hasChromium, inChromium, launchFlags } from "../../browser/chromium.js";
import type { GeneratedPackage } from "../../conformance/generated-package.js";
import { repository } from "../../packaging/pack.js";
import { generateSet } from "../generate-set.js";

/** What a page's script would have; the package is bundled into it from memory. */
const script = `
  import { setupWorker } from "msw/browser";
  import { createClient } from "./src/client.ts";
  import { addBook, getBook } from "./src/operations/books/index.ts";
  import { createHandlers } from "./src/msw.ts";

  const handlers = createHandlers();
  const worker = setupWorker(...handlers);
  const client = createClient({ auth: { key: "k" } });
  const input = { path: { id: "7" } };
  window.tests = {
    start: () => worker.start({ quiet: true, onUnhandledRequest: "bypass" }).then(() => true),
    get: () => getBook(client, input),
    add: () => addBook(client, { body: { id: "1", title: "Ivanhoe" } }),
    refused: async () => (await addBook(client, { body: { id: "1" } }).result()).status,
    override: async () => {
      worker.use(handlers.getBook((_, reply) => reply(404, { reason: "burnt" }), { once: true }));
      const { status, error } = await getBook(client, input).result();
      return { status, error, after: await getBook(client, input) };
    },
    echo: async () => {
      worker.use(handlers.addBook(({ body }) => body));
      return addBook(client, { body: { id: "9", title: "Ünïcode" } });
    },
    other: async () => (await fetch("/other")).text(),
  };
`;

async function bundle({ files }: GeneratedPackage): Promise<string> {
  const texts = new Map(files.map(({ path, text }) => [join("/library", path), text]));
  const { outputFiles } = await build({
    stdin: { contents: script, sourcefile: "/library/page.ts", resolveDir: repository, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
    plugins: [
      {
        name: "library",
        setup(bundled) {
          bundled.onResolve({ filter: /^\./ }, ({ path, importer, namespace }) => {
            const isPage = importer === "/library/page.ts";
            if (namespace !== "library" && !isPage) return null;
            const target = join(isPage ? "/library" : dirname(importer), path).replace(/\.js$/, ".ts");
            return texts.has(target) ? { path: target, namespace: "library" } : null;
          });
          bundled.onLoad({ filter: /./, namespace: "library" }, ({ path }) => {
            return { contents: texts.get(path) ?? "", loader: "ts", resolveDir: repository };
          });
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

describe.skipIf(!hasChromium)(inChromium, () => {
  let generated: GeneratedPackage;
  let server: Server;
  let browser: Browser;
  let page: Page;
  /** What has reached the network. */
  const reached: string[] = [];

  beforeAll(async () => {
    generated = await generateSet("library.yml", ["msw"]);
    const pageScript = await bundle(generated);
    const workerScript = await readFile(join(repository, "node_modules/msw/lib/mockServiceWorker.js"), "utf8");
    const contents = new Map([
      ["/", ["text/html", '<!doctype html><link rel="icon" href="data:," /><script src="/page.js"></script>']],
      ["/page.js", ["text/javascript; charset=utf-8", pageScript]],
      ["/mockServiceWorker.js", ["text/javascript", workerScript]],
      ["/other", ["text/plain", "from the network"]],
    ]);
    server = createServer(({ url = "" }, response) => {
      reached.push(url);
      const [type = "text/plain", text = ""] = contents.get(url) ?? [];
      response.setHeader("content-type", type);
      response.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath, args: [...launchFlags] });
    page = await browser.newPage();
    // It listens on a port.
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    expect(await page.evaluate("tests.start()")).toBe(true);
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await generated.remove();
  });

  it.each<[string, string, unknown]>([
    ["the document's example", "get", { id: "1", title: "Emma" }],
    ["a body that was sent", "add", { id: "id", title: "title", tags: ["tags"] }],
    ["a body that does not fit", "refused", 422],
    ["once as a test says", "override", { status: 404, error: { reason: "burnt" }, after: { id: "1", title: "Emma" } }],
    ["with what a test makes of the body", "echo", { id: "9", title: "Ünïcode" }],
    ["not what is not the API's", "other", "from the network"],
  ])("answers %s", async (_, name, want) => {
    expect(await page.evaluate(`tests.${name}()`)).toEqual(want);
  });

  it("lets nothing of the API through", () => {
    expect(reached.filter((url) => url.includes("books"))).toEqual([]);
    expect(reached).toContain("/other");
  });
});
