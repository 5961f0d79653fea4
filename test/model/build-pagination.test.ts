import { describe, expect, it } from "vitest";
import type { PaginationRule } from "../../generator/document/pagination-rule.js";
import { defaultPagination } from "../../generator/model/pagination.js";
import { buildFromText } from "./build-from-text.js";

const document = (rule: unknown) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {
      "/find": {
        put: {
          operationId: "find",
          ...(rule !== undefined && { "x-exemplar-pagination": rule }),
          parameters: [
            { name: "p", in: "query", schema: { type: "integer" } },
            { name: "from", in: "query", schema: { type: "string" } },
          ],
          responses: {
            200: {
              description: "",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: {
                      hits: { type: "array", items: { type: "object", properties: { key: { type: "string" } } } },
                      facets: { type: "array", items: {} },
                      count: { type: "integer" },
                      on: { type: "object", properties: { to: { type: "string" }, url: { type: "string" } } },
                      left: { type: "boolean" },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  });

const items = "hits";

/** What becomes of a rule, in the document and in the configuration alike. */
function built(rule: PaginationRule) {
  const own = buildFromText(document(rule));
  const configured = buildFromText(document(undefined), { ...defaultPagination, operations: { find: rule } });
  const paginationOf = ({ model }: typeof own) => model.operations[0]?.pagination ?? null;
  expect(paginationOf(configured)).toEqual(paginationOf(own));
  return { pagination: paginationOf(own), codes: own.codes, configured: configured.codes };
}

describe("a rule", () => {
  it.each<[PaginationRule, object]>([
    [
      { page: "query.p", items },
      { kind: "page", position: ["query", "p"], first: 1, items: ["hits"], next: null },
    ],
    [
      { page: "query.p", first: 0, items, total: "count" },
      { first: 0, total: ["count"] },
    ],
    [
      { page: "query.p", items, totalPages: "count" },
      { total: null, totalPages: ["count"] },
    ],
    [
      { page: "query.p", items, next: "on.to" },
      { kind: "page", next: null, more: ["on", "to"] },
    ],
    [
      { offset: "query.p", items, more: "left" },
      { kind: "offset", first: 0, more: ["left"] },
    ],
    [
      { cursor: "query.from", items, next: "on.to" },
      { kind: "cursor", next: { kind: "data", path: ["on", "to"] } },
    ],
    [
      { cursor: "query.from", items, lastItem: "key" },
      { kind: "cursor", next: { kind: "last-item", path: ["key"] } },
    ],
    [
      { items, next: "on.url" },
      { kind: "link", position: null, next: { kind: "data", path: ["on", "url"] } },
    ],
    [
      { kind: "link", items, next: "on.to" },
      { kind: "link", next: { kind: "data", path: ["on", "to"] } },
    ],
    [
      { items: "facets", next: "header.Link" },
      { kind: "link", items: ["facets"], next: { kind: "link-header" } },
    ],
  ])("%j", (rule, pagination) => {
    const found = built(rule);
    expect([...found.codes, ...found.configured]).toEqual([]);
    expect(found.pagination).toMatchObject(pagination);
  });

  it.each<[PaginationRule, string]>([
    [{ page: "query.page", items }, "pagination-place-unknown /page"],
    [{ page: "p", items }, "pagination-place-unknown /page"],
    [{ page: "query.p", items: "count" }, "pagination-place-unknown /items"],
    [{ page: "query.p", items, total: "hits.count" }, "pagination-place-unknown /total"],
    [{ cursor: "query.from", items, lastItem: "id" }, "pagination-place-unknown /lastItem"],
    [{ page: "query.p" }, "pagination-impossible "],
    [{ items }, "pagination-impossible "],
    [{ page: "query.p", cursor: "query.from", items }, "pagination-impossible "],
    [{ kind: "link", page: "query.p", items }, "pagination-impossible "],
    [{ cursor: "query.from", items }, "pagination-impossible "],
  ])("%j is refused", (rule, code) => {
    const found = built(rule);
    expect(found.pagination).toBeNull();
    const [name = "", pointer = ""] = code.split(" ");
    expect(found.codes).toEqual([`${name} /paths/~1find/put/x-exemplar-pagination${pointer}`]);
    expect(found.configured).toEqual([`${name} /paths/~1find/put`]);
  });

  it.each<[unknown, string]>([
    ["none", "extension-value-unknown "],
    [{ page: "query.p", items, first: -1 }, "extension-value-unknown /first"],
    [{ page: "query.p", items, kind: "all" }, "extension-value-unknown /kind"],
    [{ page: "query.p", items, totl: "count" }, "key-unknown /totl"],
    [{ page: "query.p", items, total: [] }, "value-type-mismatch /total"],
  ])("%j is warned of", (rule, code) => {
    const [name = "", pointer = ""] = code.split(" ");
    expect(buildFromText(document(rule)).codes).toEqual([`${name} /paths/~1find/put/x-exemplar-pagination${pointer}`]);
  });

  it("of the configuration wins, and false ends it", () => {
    const { model, codes } = buildFromText(document({ page: "nowhere" }), {
      ...defaultPagination,
      operations: { find: false },
    });
    expect([model.operations[0]?.pagination, codes]).toEqual([null, []]);
  });

  it("for an operation that does not exist is warned of", () => {
    const { codes } = buildFromText(document(false), { ...defaultPagination, operations: { fnid: {} } });
    expect(codes).toEqual(["pagination-option-unused /paths"]);
  });
});

it("names the credentials in the query, which a link does not change", () => {
  const { model } = buildFromText(`
openapi: 3.1.0
info: { title: T, version: "1" }
components: { securitySchemes: { key: { type: apiKey, in: query, name: api_key }, own: { type: apiKey, in: query, name: own } } }
security: [{ key: [], own: [] }]
paths:
  /a:
    get:
      x-exemplar-pagination: { next: header.Link }
      parameters: [{ name: own, in: query, schema: { type: string } }]
      responses: { "200": { description: "", content: { application/json: { schema: { type: array, items: {} } } } } }
`);
  expect(model.operations[0]?.pagination?.credentials).toEqual(["api_key", "own"]);
});
