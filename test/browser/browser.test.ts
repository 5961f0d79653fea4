import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Application, installZoomAccount } from "../packaging/install-zoom-account.js";
import { repository } from "../packaging/pack.js";
import { type Answer, type RecordingServer, startRecordingServer } from "./recording-server.js";
import { executablePath, hasChromium, inChromium, launchFlags } from "./chromium.js";

/** What test/consumer/call-all.ts exports, as far as it is used here. */
interface Calls {
  readonly createMock: () => Answer;
  /** Beside factories. */
  readonly fixtures: Readonly<Record<string, { readonly responses?: { readonly 200: { readonly default: unknown } } }>>;
  readonly awkward: Readonly<Record<string, string>>;
  readonly makeClient: (baseUrl: string) => unknown;
  readonly callAll: (client: unknown) => Promise<unknown>;
  readonly callAwkward: (client: unknown) => Promise<void>;
  readonly fail: (origin: string) => Promise<Readonly<Record<string, string>>>;
}

interface Bundle {
  readonly text: string;
  readonly warnings: readonly string[];
  /** The modules in it, relative to the application. */
  readonly modules: readonly string[];
}

let folder: string;
let application: Application;

async function bundle(entry: string, options: BuildOptions): Promise<Bundle> {
  const { metafile, outputFiles, warnings } = await build({
    absWorkingDir: application.folder,
    entryPoints: [entry],
    bundle: true,
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
    ...options,
  }).then((result) => ({
    metafile: result.metafile,
    outputFiles: result.outputFiles ?? [],
    warnings: result.warnings,
  }));
  return {
    text: outputFiles[0]?.text ?? "",
    warnings: warnings.map(({ text }) => text),
    modules: Object.keys(metafile?.inputs ?? {}),
  };
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "exemplar-browser-")));
  application = await installZoomAccount(folder);
  await cp(join(repository, "test/consumer"), application.folder, { recursive: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a bundle for browsers", () => {
  it("is made without a warning, of nothing but the ES modules of the package", async () => {
    const { warnings, modules, text } = await bundle("call-all.ts", { platform: "browser", format: "esm" });
    expect(warnings).toEqual([]);
    expect(modules).toContain("node_modules/zoom-account/dist/esm/mock.js");
    expect(modules.filter((path) => !/^(call-all\.ts|node_modules\/zoom-account\/dist\/esm\/.*)$/.test(path))).toEqual(
      [],
    );
    const code = text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "");
    // The environment is looked up where there is one.
    const rest = code.replace(/"process" ?in globalThis|\{ ?process(: ?\w+)? ?\} ?= ?globalThis|\w+\?\.env/g, "");
    expect(rest.match(/\b(process|Buffer|require|__dirname|eval|Function)\b|["']node:/g) ?? []).toEqual([]);
  });

  it("of one operation holds no other, no decoder, no fixture and no mock", async () => {
    const { warnings, modules, text } = await bundle("one-operation.ts", {
      platform: "browser",
      format: "esm",
      minify: true,
    });
    // For information: how much it should be is nothing that a test can say.
    console.info(`accountCreate alone: ${gzipSync(text, { level: 9 }).length} bytes (gzip), ${text.length} without`);
    expect(warnings).toEqual([]);
    expect(text.match(/\/ma\/account\/[\w/]+/g)).toEqual(["/ma/account/create"]);
    expect(text.match(/is given more than once|problem\+json|correct horse/g) ?? []).toEqual([]);
    expect(modules.filter((path) => /mock|fixtures/.test(path))).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(inChromium, () => {
  let browser: Browser;
  let page: Page;
  let server: RecordingServer;
  let inNode: Calls;
  const problems: string[] = [];

  beforeAll(async () => {
    const forNode = await bundle("call-all.ts", { platform: "node", format: "esm" });
    const module = join(application.folder, "call-all.mjs");
    await writeFile(module, forNode.text);
    // What it exports stands in the file itself.
    inNode = (await import(pathToFileURL(module).href)) as Calls;
    const forPage = await bundle("call-all.ts", { platform: "browser", format: "iife", globalName: "calls" });
    server = await startRecordingServer(forPage.text, inNode.createMock());
    browser = await chromium.launch({ executablePath, args: [...launchFlags] });
    page = await browser.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) problems.push(message.text());
    });
    await page.goto(server.origin);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Evaluates an expression over the exports of call-all.ts. */
  const evaluate = (expression: string): Promise<unknown> => page.evaluate(expression);

  /** The response fixture of each operation. */
  const expected = () =>
    Object.fromEntries(
      Object.entries(inNode.fixtures).flatMap(([name, { responses }]) =>
        responses === undefined ? [] : [[name, responses[200].default]],
      ),
    );

  it("the page loads", async () => {
    expect(await evaluate("typeof calls.callAll")).toBe("function");
    expect(problems).toEqual([]);
    expect(Object.keys(expected())).toHaveLength(10);
  });

  it("all operations are answered by the mock within the page", async () => {
    expect(await evaluate("calls.callAll(calls.makeMockClient())")).toEqual(expected());
    expect(server.takeRecorded()).toEqual([]);
  });

  it("all operations go over the network, with the bytes that Node sends", async () => {
    const answers = await evaluate("calls.callAll(calls.makeClient(location.origin + '/v1'))");
    const fromBrowser = server.takeRecorded();
    expect(answers).toEqual(expected());
    expect(await inNode.callAll(inNode.makeClient(`${server.origin}/v1`))).toEqual(expected());
    expect(fromBrowser).toHaveLength(10);
    expect(fromBrowser).toEqual(server.takeRecorded());
    for (const { type, body } of fromBrowser) {
      expect(type).toBe("application/x-www-form-urlencoded");
      expect(new URLSearchParams(body).getAll("api_secret")).toEqual(["s&c=r%t"]);
    }
  });

  it("awkward values arrive unchanged, with the bytes that Node sends", async () => {
    await evaluate("calls.callAwkward(calls.makeClient(location.origin + '/v1'))");
    const fromBrowser = server.takeRecorded();
    await inNode.callAwkward(inNode.makeClient(`${server.origin}/v1`));
    const values = fromBrowser.map(({ body }) => new URLSearchParams(body).get("share_rc"));
    expect(values).toEqual(Object.values(inNode.awkward));
    expect(fromBrowser).toEqual(server.takeRecorded());
  });

  it("failures are the same errors as in Node", async () => {
    const outcomes = {
      refused: "ApiError 422",
      withoutCredentials: "AuthError",
      broken: "ConnectionError",
      late: "TimeoutError",
      aborted: "AbortError",
    };
    expect(await evaluate("calls.fail(location.origin)")).toEqual(outcomes);
    expect(await inNode.fail(server.origin)).toEqual(outcomes);
  });

  it("credentials do not follow a redirect", async () => {
    server.takeRecorded();
    expect(await evaluate("calls.redirect(location.origin)")).toBe(false);
    expect(server.takeRecorded()).toEqual([]);
  });

  it("nothing was refused by the page's content security policy", () => {
    expect(problems).toEqual([]);
  });
});
