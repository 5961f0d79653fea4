/** What the compiler says of calls that are wrong: in few words, whatever the operation is. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

interface Use {
  readonly name: string;
  /** The package that is used. */
  readonly of: "pages" | "streams";
  readonly code: string;
}

const wrong: readonly (Use & { readonly says: string })[] = [
  {
    name: "pages of an operation that has none",
    of: "pages",
    code: "paginate(operations.search, client);",
    says: '"has pages"',
  },
  {
    name: "a stream of an operation that has none",
    of: "streams",
    code: "declare const search: (client: Client, input?: { query: string }) => import('./src/index.js').ApiPromise<string>;\nstream(search, client);",
    says: '"has a stream"',
  },
  { name: "a client that is none", of: "pages", code: "const none = {};\noperations.search(none);", says: "~package" },
  {
    name: "a client of something else that has a method of that name",
    of: "pages",
    code: "interface SqsClient { send(command: string): Promise<string> }\ndeclare const sqs: SqsClient;\noperations.search(sqs);",
    says: "~package",
  },
  {
    name: "a client of another package",
    of: "pages",
    code: "operations.search(createOther());",
    says: `'"streams"' is not assignable to type '"pages"'`,
  },
  {
    name: "a client of another package in a loop",
    of: "pages",
    code: "paginate(operations.listBooks, createOther());",
    says: `'"streams"' is not assignable to type '"pages"'`,
  },
  {
    name: "a schema for an operation that does not exist",
    of: "pages",
    code: "withSchemas(client, { serach: schema });",
    says: "'serach'",
  },
];

const right: readonly Use[] = [
  {
    name: "pages of an operation whose data is checked",
    of: "pages",
    code: `for await (const item of paginate(validated(operations.listReaders, list), client)) {
  const count: number = item;
  void count;
}`,
  },
  {
    name: "the stream of an operation whose items are checked",
    of: "streams",
    code: `for await (const item of stream(validated(operations.readLog, schema), client)) {
  const id: number = item.id;
  void id;
}`,
  },
  {
    name: "schemas for operations",
    of: "pages",
    code: "const checking: Client = withSchemas(client, { search: schema });\nawait operations.search(checking);",
  },
];

const uses = [...wrong, ...right].map((use, index) => ({ ...use, path: `/${use.of}/use-${index}.ts` }));

const texts = uses.map(({ of, code, path }) => {
  const reader = of === "pages" ? "paginate" : "stream";
  const others = of === "pages" ? "streams" : "pages";
  const text = `
import { type Client, createClient } from "./src/index.js";
import { createClient as createOther } from "../${others}/src/index.js";
import * as operations from "./src/operations/index.js";
import { ${reader} } from "./src/${reader}.js";
import { type StandardSchema, validated, withSchemas } from "./src/validate.js";
declare const schema: StandardSchema<{ id: number }>;
declare const list: StandardSchema<number[]>;
const client: Client = createClient();
${code}
export const used: readonly unknown[] = [createOther, operations, ${reader}, validated, withSchemas, schema, list, client];
`;
  return { path, text };
});

async function generated(name: string, folder: string) {
  const path = fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
  const { files } = await runCase({ name: folder, folder: path, shown: [] });
  return (files ?? []).map(({ path, text }) => ({ path: `/${folder}/${path}`, text }));
}

const errors = typeErrors([
  ...(await generated("pagination-kinds", "pages")),
  ...(await generated("stream-responses", "streams")),
  ...texts,
]);

/** The messages about a file, without their places. */
function messagesAbout(path: string): readonly string[] {
  return errors.filter((error) => error.startsWith(`${path}:`)).map((error) => error.replace(/^.*?:\d+: /, ""));
}

describe("a wrong call is told of in at most 240 characters", () => {
  it.each(wrong.map((use, index) => ({ ...use, path: uses[index]?.path ?? "" })))("$name", ({ path, says }) => {
    const [message = "", ...rest] = messagesAbout(path);
    expect(rest).toEqual([]);
    expect(message).toContain(says);
    expect(message.length, message).toBeLessThanOrEqual(240);
  });
});

it("whatever else is called compiles", () => {
  const paths = uses.slice(wrong.length).map(({ path }) => path);
  expect(paths.flatMap(messagesAbout)).toEqual([]);
  expect(errors).toHaveLength(wrong.length);
});
