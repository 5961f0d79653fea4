import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outcome } from "../../scripts/corpus/outcome.js";

const good = `
openapi: 3.1.0
info: { title: Good, version: "1" }
security: [{ key: [] }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        "200": { description: A pet, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
        "404": { description: None }
        4XX: { description: Others, content: { text/plain: { schema: { type: string } } } }
        "103": { description: Early hints }
        default: { description: The rest, content: { application/json: { example: { detail: Sorry } } } }
    trace: { operationId: tracePet, responses: { "200": { description: Anything } } }
  /pets/{name}:
    get:
      operationId: getPetByName
      parameters: [{ name: name, in: path, required: true, schema: { type: integer, maximum: 9 } }]
      responses: { "200": { description: A pet, content: { application/json: { example: { name: Rex } } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas: { Pet: { type: object, required: [id], properties: { id: { type: integer }, mother: { $ref: "#/components/schemas/Pet" } } } }
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "exemplar-corpus-test-"));
  await writeFile(join(folder, "good.yml"), good);
  await writeFile(join(folder, "refused.json"), '{ "openapi": "3.1.0" ');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Report {
  readonly code: number;
  readonly documents: readonly { readonly document: string; readonly outcome: Outcome }[];
}

/** Runs the command with `--json`. */
async function corpus(...args: readonly string[]): Promise<Report> {
  return await new Promise((settle) => {
    const command = ["--import", "tsx", "scripts/corpus.ts", folder, "--json", ...args];
    const child = execFile(process.execPath, command, (_, stdout) => {
      // What the command prints.
      const { documents } = JSON.parse(stdout) as Report;
      settle({ code: child.exitCode ?? -1, documents });
    });
  });
}

it("calls what can be called, lists the rest, and fails for what is refused", async () => {
  const { code, documents } = await corpus();
  expect(code).toBe(1);
  expect(documents.map(({ document, outcome }) => `${document} ${outcome.kind}`)).toEqual([
    "good.yml passed",
    "refused.json refused",
  ]);
  expect(documents[0]?.outcome).toMatchObject({ operations: 3, failures: [] });
  expect(documents[0]?.outcome.omissions.map(({ where, why }) => `${where}: ${why}`)).toEqual([
    "GET /pets/{id} getPet 103: a Response cannot have the status",
    "TRACE /pets/{id} tracePet: fetch cannot send the method",
    "GET /pets/{name} getPetByName 200 application/json: on the wire it is getPet",
  ]);
});

it("ends a document that takes too long, and goes on", async () => {
  const { code, documents } = await corpus("--timeout", "0.05");
  expect(code).toBe(1);
  expect(documents.map(({ outcome }) => outcome.failures[0]?.what)).toEqual(
    documents.map(() => "no outcome in 0.05 s"),
  );
});

it("passes alone", async () => {
  expect((await corpus("--filter", "good", "--no-types")).code).toBe(0);
});
