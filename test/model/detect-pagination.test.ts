import { describe, expect, it } from "vitest";
import { defaultPagination, type Pagination } from "../../generator/model/pagination.js";
import { buildFromText } from "./build-from-text.js";

/** An operation in flow style: the fields of its request, and the schema of its answer. */
interface Shown {
  readonly method?: string;
  readonly query?: Readonly<Record<string, { readonly description?: string; readonly [keyword: string]: unknown }>>;
  readonly form?: Readonly<Record<string, object>>;
  readonly json?: Readonly<Record<string, object>>;
  readonly answer: object;
  readonly headers?: object;
  readonly rest?: object;
}

/** How an operation is paginated, in one line; `none` where it is not. */
function shown({ method = "get", query = {}, form, json, answer, headers = {}, rest = {} }: Shown): string {
  const body = form ?? json;
  const mediaType = form ? "application/x-www-form-urlencoded" : "application/json";
  const operation = {
    operationId: "list",
    parameters: Object.entries(query).map(([name, { description = "", ...schema }]) => ({
      name,
      in: "query",
      description,
      schema,
    })),
    ...(body && { requestBody: { content: { [mediaType]: { schema: { type: "object", properties: body } } } } }),
    responses: { 200: { description: "", headers, content: { "application/json": { schema: answer } } } },
    ...rest,
  };
  const paths = { "/list": { [method]: operation } };
  const { model } = buildFromText(JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  return lineOf(model.operations[0]?.pagination ?? null);
}

function lineOf(pagination: Pagination | null): string {
  if (pagination === null) return "none";
  const { kind, position, first, items, next, more, total, totalPages } = pagination;
  const path = (names: readonly string[] | null) => (names === null ? null : names.join(".") || "(all)");
  const way = next === null ? null : next.kind === "link-header" ? "Link" : `${next.kind} ${next.path.join(".")}`;
  const notes = { next: way, more: path(more), total: path(total), pages: path(totalPages), first: first || null };
  const said = Object.entries(notes).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return [`${kind} ${path(position) ?? "-"} > ${path(items)}`, ...said].join("; ");
}

const integer = { type: "integer" };
const string = { type: "string" };
const boolean = { type: "boolean" };
const list = { type: "array", items: { type: "object", properties: { id: string } } };
const object = (properties: object) => ({ type: "object", properties });

describe("pages by their number", () => {
  it.each<[string, Shown, string]>([
    ["in the query", { query: { page: integer }, answer: list }, "page query.page > (all); first: 1"],
    [
      "in a form, as Zoom",
      {
        method: "post",
        form: { page_number: integer, page_size: integer },
        answer: object({ total_records: integer, accounts: list }),
      },
      "page body.page_number > accounts; total: total_records; first: 1",
    ],
    [
      "in JSON",
      { method: "post", json: { pageNumber: integer, limit: integer }, answer: list },
      "page body.pageNumber > (all); first: 1",
    ],
    [
      "in brackets",
      { query: { "page[number]": integer }, answer: object({ data: list, meta: object({ total: integer }) }) },
      "page query.page[number] > data; total: meta.total; first: 1",
    ],
    [
      "in an object",
      { query: { page: object({ number: integer, size: integer }) }, answer: list },
      "page query.page.number > (all); first: 1",
    ],
    ["whatever the case", { query: { PageIndex: integer }, answer: list }, "page query.PageIndex > (all); first: 1"],
    [
      "until a number of pages",
      { query: { page: integer }, answer: object({ rows: list, last_page: integer }) },
      "page query.page > rows; pages: last_page; first: 1",
    ],
    [
      "as long as there are more",
      { query: { page: integer }, answer: object({ rows: list, has_next: boolean }) },
      "page query.page > rows; more: has_next; first: 1",
    ],
    [
      "as long as there is a next one",
      {
        query: { page: integer },
        answer: object({ count: integer, next: { type: ["string", "null"], format: "uri" }, results: list }),
      },
      "page query.page > results; more: next; first: 1",
    ],
    [
      "until a total, whatever is next",
      { query: { page: integer }, answer: object({ total: integer, next_page_token: string, rows: list }) },
      "page query.page > rows; total: total; first: 1",
    ],
    [
      "of a list one object deep",
      { query: { page: integer }, answer: object({ data: object({ users: list, total: integer }) }) },
      "page query.page > data.users; total: data.total; first: 1",
    ],
    [
      "that may be null",
      { query: { page: { type: ["integer", "null"] } }, answer: { anyOf: [list, { type: "null" }] } },
      "page query.page > (all); first: 1",
    ],
  ])("%s", (_, operation, line) => {
    expect(shown(operation)).toBe(line);
  });

  it.each<[string, object, number]>([
    ["1", {}, 1],
    ["a default", { default: 0 }, 0],
    ["a default before a minimum", { default: 1, minimum: 0 }, 1],
    ["a minimum", { minimum: 0 }, 0],
    ["an exclusive minimum", { exclusiveMinimum: 0 }, 1],
    ["an example that is 0", { examples: [0] }, 0],
    ["no other example", { examples: [3] }, 1],
    ["words", { description: "The page, zero-based." }, 0],
    ["other words", { description: "Page number, starting at 0" }, 0],
    ["no other default", { default: 20 }, 1],
  ])("are counted from %s", (_, schema, first) => {
    const line = shown({ query: { page: { ...integer, ...schema } }, answer: list });
    expect(line).toBe(`page query.page > (all)${first === 0 ? "" : "; first: 1"}`);
  });
});

describe("pages by an offset", () => {
  it.each<[string, Shown, string]>([
    [
      "beside a limit",
      { query: { offset: integer, limit: integer }, answer: object({ total: integer, items: list }) },
      "offset query.offset > items; total: total",
    ],
    [
      "called skip",
      { query: { $skip: integer, $top: integer }, answer: object({ value: list }) },
      "offset query.$skip > value",
    ],
    [
      "counted from 1",
      { query: { startIndex: { ...integer, minimum: 1 }, count: integer }, answer: list },
      "offset query.startIndex > (all); first: 1",
    ],
    [
      "of which a minimum says nothing",
      { query: { offset: { ...integer, minimum: 1 }, limit: integer }, answer: list },
      "offset query.offset > (all)",
    ],
    ["alone", { query: { start: integer }, answer: list }, "none"],
    ["beside an end", { query: { start: integer, end: integer, limit: integer }, answer: list }, "none"],
    [
      "that is a time",
      { query: { offset: { ...integer, description: "Timestamp of the last result." }, limit: integer }, answer: list },
      "none",
    ],
  ])("%s", (_, operation, line) => {
    expect(shown(operation)).toBe(line);
  });
});

describe("pages by a cursor", () => {
  it.each<[string, Shown, string]>([
    [
      "that the answer has",
      { query: { cursor: string }, answer: object({ items: list, next_cursor: string }) },
      "cursor query.cursor > items; next: data next_cursor",
    ],
    [
      "of the same name",
      { query: { NextToken: string }, answer: object({ Items: list, NextToken: string }) },
      "cursor query.NextToken > Items; next: data NextToken",
    ],
    [
      "and next and the same",
      { query: { page: string }, answer: object({ data: list, next_page: string, has_more: boolean }) },
      "cursor query.page > data; next: data next_page; more: has_more",
    ],
    [
      "in what is about pages",
      {
        query: { after: string },
        answer: object({ results: list, paging: object({ next: object({ after: string }) }) }),
      },
      "cursor query.after > results; next: data paging.next.after",
    ],
    [
      "that is a number",
      { query: { cursor: integer }, answer: object({ ids: list, next_cursor: integer }) },
      "cursor query.cursor > ids; next: data next_cursor",
    ],
    [
      "of the last item, as Stripe",
      { query: { starting_after: string }, answer: object({ data: list, has_more: boolean }) },
      "cursor query.starting_after > data; next: last-item id; more: has_more",
    ],
    [
      "named as the last id",
      { query: { after_id: string }, answer: object({ data: list, has_more: boolean, last_id: string }) },
      "cursor query.after_id > data; next: data last_id; more: has_more",
    ],
    ["of another type", { query: { cursor: string }, answer: object({ items: list, next_cursor: integer }) }, "none"],
    [
      "that is a time",
      {
        query: { after: { ...string, description: "A Unix timestamp." } },
        answer: object({ data: list, next: string }),
      },
      "none",
    ],
    ["that no answer has", { query: { cursor: string }, answer: object({ items: list }) }, "none"],
    [
      "that is a date",
      { query: { after: { ...string, format: "date-time" } }, answer: object({ items: list, next: string }) },
      "none",
    ],
    [
      "of something else",
      { query: { cursor: string }, answer: object({ items: list, author: object({ cursor: string }) }) },
      "none",
    ],
    [
      "of items without an id",
      {
        query: { starting_after: string },
        answer: object({ data: { type: "array", items: string }, has_more: boolean }),
      },
      "none",
    ],
  ])("%s", (_, operation, line) => {
    expect(shown(operation)).toBe(line);
  });
});

describe("pages that are linked", () => {
  const Link = { schema: string };
  const uri = { ...string, format: "uri" };
  it.each<[string, Shown, string]>([
    ["in the header Link", { query: { page: integer }, answer: list, headers: { Link } }, "link - > (all); next: Link"],
    [
      "in a header, whatever its case",
      { query: { cursor: string }, answer: list, headers: { link: Link } },
      "link - > (all); next: Link",
    ],
    [
      "by a URL with a cursor",
      { query: { PageToken: string }, answer: object({ calls: list, next_page_uri: uri }) },
      "link - > calls; next: data next_page_uri",
    ],
    [
      "by a URL in the links",
      { query: { cursor: string }, answer: object({ data: list, links: object({ next: string }) }) },
      "link - > data; next: data links.next",
    ],
    [
      "in HAL",
      { query: { cursor: string }, answer: object({ data: list, _links: object({ next: object({ href: string }) }) }) },
      "link - > data; next: data _links.next.href",
    ],
    ["by nothing that the request has", { answer: list, headers: { Link } }, "none"],
    [
      "by a URL that the request knows nothing of",
      { query: { q: string }, answer: object({ data: list, next: uri }) },
      "none",
    ],
  ])("%s", (_, operation, line) => {
    expect(shown(operation)).toBe(line);
  });
});

describe("no pages are seen", () => {
  it.each<[string, Shown]>([
    ["beside two lists", { query: { page: integer }, answer: object({ users: list, groups: list }) }],
    [
      "beside a second list, one object deep",
      { query: { page: integer }, answer: object({ users: list, meta: object({ sort: list }) }) },
    ],
    ["without a list", { query: { page: integer }, answer: object({ text: string }) }],
    [
      "in a list two objects deep",
      { query: { page: integer }, answer: object({ a: object({ b: object({ c: list }) }) }) },
    ],
    [
      "beside a list that is deeper",
      { query: { page: integer }, answer: object({ words: list, results: object({ of: object({ all: list }) }) }) },
    ],
    ["in what may make a page", { method: "post", json: { page_index: integer }, answer: object({ cells: list }) }],
    ["in a union", { query: { page: integer }, answer: { oneOf: [list, object({ a: list })] } }],
    ["by a text", { query: { page: string }, answer: list }],
    ["by what has no type", { query: { page: {} }, answer: list }],
    ["by a part of a name", { query: { homepage: integer, page_id: integer, pages: integer }, answer: list }],
    ["in what changes something", { method: "delete", query: { page: integer }, answer: list }],
    [
      "by a field that is deep in the body",
      { method: "post", json: { a: object({ b: object({ page: integer }) }) }, answer: list },
    ],
    ["by a field of a filter", { method: "post", json: { filter: object({ page: integer }) }, answer: list }],
    [
      "where successes differ",
      {
        query: { page: integer },
        answer: list,
        rest: {
          responses: {
            200: { description: "", content: { "application/json": { schema: list } } },
            202: { description: "", content: { "application/json": { schema: object({ job: string }) } } },
          },
        },
      },
    ],
    [
      "where only errors are lists",
      {
        query: { page: integer },
        answer: {},
        rest: { responses: { 400: { description: "", content: { "application/json": { schema: list } } } } },
      },
    ],
  ])("%s", (_, operation) => {
    expect(shown(operation)).toBe("none");
  });

  it("where the configuration says so", () => {
    const text = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {
        "/a": {
          get: {
            operationId: "a",
            parameters: [{ name: "page", in: "query", schema: integer }],
            responses: { 200: { description: "", content: { "application/json": { schema: list } } } },
          },
        },
      },
    });
    const found = (pagination: Partial<typeof defaultPagination>) =>
      lineOf(buildFromText(text, { ...defaultPagination, ...pagination }).model.operations[0]?.pagination ?? null);
    expect(found({})).toBe("page query.page > (all); first: 1");
    expect(found({ detect: false })).toBe("none");
    expect(found({ operations: { a: false } })).toBe("none");
    expect(found({ detect: false, operations: { a: {} } })).toBe("page query.page > (all); first: 1");
  });
});
