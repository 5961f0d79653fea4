import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

/** Each line that ends in `// no` must be a type error, and no other. */
const notes = `
import { createClient } from "./src/index.js";
import { addNote, replaceNote } from "./src/operations/index.js";

const client = createClient();
const path = { folder: "f" };

export async function send(): Promise<void> {
  await addNote(client, { path, body: { title: "t" } });
  await addNote(client, { path, contentType: "application/json", body: { title: "t" } });
  await addNote(client, { path, contentType: "application/xml", body: "<note/>" });
  await addNote(client, { path, contentType: "image/png", body: new Blob([]) });
  await addNote(client, { path, contentType: "multipart/form-data", body: { scan: new Blob([]) } });
  await replaceNote(client, { path: { id: "1" } });
  await replaceNote(client, { path: { id: "1" }, contentType: "text/plain", body: "t" });
  await addNote(client, {
    path,
    body: { title: 1 }, // no
  });
  await addNote(client, { path, body: "<note/>" }); // no
  await addNote(client, {
    path,
    contentType: "application/xml",
    body: { title: "t" }, // no
  });
  await addNote(client, {
    path,
    contentType: "multipart/form-data",
    body: { scan: 1 }, // no
  });
  await addNote(client, {
    path,
    contentType: "text/csv", // no
    body: "a",
  });
}
`;

const reports = `
import { createClient } from "./src/index.js";
import { getReport } from "./src/operations/index.js";
import { getReport as fixtures, makeGetReportResponse } from "./src/fixtures/index.js";

export async function read(): Promise<void> {
  const data = await getReport(createClient());
  if (typeof data === "string") data.slice(1);
  else if (data instanceof Blob) await data.arrayBuffer();
  else data.rows.map((row) => row + 1);
  const wrong: number[] = data.rows; // no
  const text: string = fixtures.responses["200 text/csv"].default;
  const bytes: Blob = fixtures.responses["200 application/pdf"].default;
  const rows: number[] = makeGetReportResponse().rows;
  const missing: unknown = fixtures.responses["200 text/plain"]; // no
  const result = await getReport(createClient()).result();
  if (!result.ok && result.status !== null && typeof result.error !== "string") result.error.title.slice(1);
  void [wrong, text, bytes, rows, missing];
}
`;

it.each([
  ["several-request-media-types", notes],
  ["several-response-media-types", reports],
])("%s are told apart by their types", async (name, consumer) => {
  const folder = fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
  const { files } = await runCase({ name, folder, shown: [] });
  const written = (files ?? []).map(({ path, text }) => ({ path: `/${name}/${path}`, text }));
  const errors = typeErrors([...written, { path: `/${name}/consumer.ts`, text: consumer }]);
  const expected = consumer.split("\n").flatMap((line, index) => (line.endsWith("// no") ? [index + 1] : []));
  expect(errors.map((error) => error.replace(/^(.*?:\d+):.*/s, "$1"))).toEqual(
    expected.map((line) => `/${name}/consumer.ts:${line}`),
  );
});
