import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

/** Each line that ends in `// no` must be a type error, and no other. */
const consumer = `
import { ApiError, createClient } from "./src/index.js";
import { complete, readLog, watch } from "./src/operations/index.js";
import { stream } from "./src/stream.js";

const client = createClient();

export async function consume(): Promise<void> {
  for await (const item of stream(readLog, client)) {
    const level: string = item.level;
    const missing: unknown = item.nope; // no
    const wrong: number = item.level; // no
    void [level, missing, wrong];
  }
  for await (const event of stream(watch, client, {}, { timeout: 10 })) {
    if (event.event === "entry") {
      const level: string = event.data.level;
      void level;
    } else {
      const note: string = event.data;
      const wrong: { level: string } = event.data; // no
      void [note, wrong];
    }
  }
  for await (const { data, id, retry } of stream(complete, client)) {
    const parts: [string, string, number | undefined] = [data.text, id, retry];
    const wrong: string = data; // no
    void [parts, wrong];
  }
  stream(watch, client, { nope: 1 }); // no
  stream(watch, client, {}, { timeuot: 1 }); // no
  const outcome = await complete(client).result();
  if (outcome.ok && outcome.status === 200) {
    const text: string = outcome.data;
    void text;
  }
  const failed = await readLog(client).result();
  if (!failed.ok && failed.status !== null) {
    const level: string = failed.error.level;
    void [level, ApiError];
  }
}
`;

it("streams are typed where they are iterated", async () => {
  const folder = fileURLToPath(new URL("../cases/stream-responses", import.meta.url));
  const { files } = await runCase({ name: "stream-responses", folder, shown: [] });
  const package_ = (files ?? []).map(({ path, text }) => ({ path: `/streams/${path}`, text }));
  const errors = typeErrors([...package_, { path: "/streams/consumer.ts", text: consumer }]);
  const expected = consumer.split("\n").flatMap((line, index) => (line.endsWith("// no") ? [index + 1] : []));
  expect(errors.map((error) => error.replace(/^(.*?:\d+):.*/s, "$1"))).toEqual(
    expected.map((line) => `/streams/consumer.ts:${line}`),
  );
});
