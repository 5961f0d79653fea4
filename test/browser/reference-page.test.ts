/** The page of `exemplar mock` in a real browser that reaches nothing but the mock. */
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProject } from "../command/run-command.js";
import { type StartedMock, startMock } from "../command/start-mock.js";
import { executablePath, hasChromium, inChromium, launchFlags } from "./chromium.js";

/** It reaches nothing but the mock. */
const args = [...launchFlags, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/** A document that wants to be more than text. */
const document = `openapi: 3.1.0
info:
  title: "Pets </script><script>window.hacked = 1</script>"
  version: "1"
  description: |
    <img src="data:," onerror="window.hacked = 1"> <script>window.hacked = 1</script>
    [a link](javascript:window.hacked=1)
servers: [{ url: "https://api.example.com" }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: Get a pet
      servers: [{ url: "https://other.example.com" }]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string }, example: p1 }
      responses:
        "200":
          description: The pet
          content: { application/json: { example: { id: p1, name: Ada of the mock } } }
`;

describe.skipIf(!hasChromium)(inChromium, () => {
  let browser: Browser;
  let page: Page;
  let mock: StartedMock;
  const sent: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    mock = await startMock(["pets.yml"], await makeProject({ "pets.yml": document }));
    browser = await chromium.launch({ executablePath, args });
    page = await browser.newPage();
    page.on("request", (request) => sent.push(request.url()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      const text = message.text();
      // That a handler in the text of the document did not run is what the policy is for.
      if (text.includes("Content Security Policy") && !text.includes("inline event handler")) problems.push(text);
    });
    await page.goto(mock.url);
  });

  afterAll(async () => {
    await browser.close();
    await mock.stop();
  });

  it("shows the document, and runs nothing of it", async () => {
    await page.getByRole("heading", { name: "Get a pet" }).first().waitFor();
    expect(await page.getByRole("heading", { level: 1 }).first().textContent()).toContain("Pets </script><script>");
    expect(await page.evaluate("window.hacked")).toBe(undefined);
    expect(await page.evaluate("[...document.scripts].map(({ src }) => src)")).toEqual([
      `${mock.url}/_exemplar/scalar.js`,
      `${mock.url}/_exemplar/page.js`,
    ]);
  });

  it("sends a request to the mock, and shows the answer", async () => {
    await page
      .getByRole("button", { name: /Test Request/ })
      .first()
      .click();
    await page.getByRole("button", { name: /^Send/ }).first().click();
    await page.getByText("Ada of the mock").last().waitFor();
    await mock.said("/pets/p1");
    expect(mock.stderr()).toMatch(/GET +\/pets\/p1 +200 +\d+ ms +getPet/);
    expect(sent).toContain(`${mock.url}/pets/p1`);
  });

  it("asks nobody but the mock, and needs nothing that its policy forbids", () => {
    expect(sent.filter((url) => !url.startsWith(`${mock.url}/`) && !/^(?:data|blob):/.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });
});
