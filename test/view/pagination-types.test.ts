import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

/** Each line that ends in `// no` must be a type error, and no other. */
const consumer = `
import { createClient } from "./src/index.js";
import { listBooks, listLoans, listReaders, search } from "./src/operations/index.js";
import { type Page, paginate, type Paginated } from "./src/paginate.js";
import type { Book, ListLoansResponse } from "./src/index.js";

const client = createClient();

export async function consume(): Promise<void> {
  for await (const book of paginate(listBooks, client)) {
    const id: string = book.id;
    const title: string | undefined = book.title;
    const missing: unknown = book.nope; // no
    void [id, title, missing];
  }
  for await (const loan of paginate(listLoans, client, { query: { starting_after: "a" } }, { timeout: 1 })) {
    const id: string | undefined = loan.id;
    const wrong: number = loan.id; // no
    void [id, wrong];
  }
  for await (const page of paginate(listLoans, client).pages()) {
    const data: ListLoansResponse = page.data;
    const [first] = page.items;
    const id: string | undefined = first?.id;
    void [data, id, page.response.headers];
  }
  const readers: Paginated<string, string[]> = paginate(listReaders, client);
  const books: AsyncIterable<Book> = paginate(listBooks, client);
  const pages: AsyncIterable<Page<string, string[]>> = readers.pages();
  void [books, pages];
  paginate(search, client); // no
  paginate(listBooks); // no
  paginate(listBooks, client, { query: { ofset: 1 } }); // no
  paginate(listBooks, client, { query: { offset: "1" } }); // no
  paginate(listBooks, client, {}, { timeout: "1" }); // no
  await listBooks(client).result();
}
`;

const folder = fileURLToPath(new URL("../cases/pagination-kinds", import.meta.url));
const { files } = await runCase({ name: "pagination-kinds", folder, shown: [] });
const generated = (files ?? []).map(({ path, text }) => ({ path: `/pages/${path}`, text }));

it("pages are typed where they are iterated", () => {
  const errors = typeErrors([...generated, { path: "/pages/consumer.ts", text: consumer }]);
  const expected = consumer.split("\n").flatMap((line, index) => (line.endsWith("// no") ? [index + 1] : []));
  expect(errors.map((error) => error.replace(/^(.*?:\d+):.*/s, "$1"))).toEqual(
    expected.map((line) => `/pages/consumer.ts:${line}`),
  );
});

it("an operation without pages is refused in words that name what it gives", () => {
  const text = `
import type { Client } from "./src/index.js";
import { search } from "./src/operations/index.js";
import { paginate } from "./src/paginate.js";
export const found = (client: Client): unknown => paginate(search, client);
`;
  const [error = "", ...others] = typeErrors([...generated, { path: "/pages/consumer.ts", text }]);
  expect(others).toEqual([]);
  expect(error).toContain("ApiPromise<SearchResponse, SearchResult>");
  expect(error.length).toBeLessThan(240);
});
