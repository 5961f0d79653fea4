/** The reference of the set `docs`: what its tables say, and that its examples are what is sent. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GeneratedPackage } from "../conformance/generated-package.js";
import { activeParts } from "../view/markdown-nodes.js";
import { codeBlocks, problemsOfUses } from "./check-uses.js";
import { generateSet, textOf } from "./generate-set.js";

let generated: GeneratedPackage;

beforeAll(async () => {
  generated = await generateSet("docs.yml", ["docs"]);
});

afterAll(() => generated.remove());

/** The part of a page that is about an operation. */
function sectionOf(operation: string): string {
  const [, section = ""] = textOf(generated, "docs/orders.md").split(`## \`${operation}\`\n`);
  return section.split(/^## /m)[0] ?? "";
}

/** The rows of all tables, their cells without padding. */
function rowsOf(markdown: string): readonly string[] {
  const rows = markdown.split("\n").filter((line) => line.startsWith("|") && !/^\| -/.test(line));
  return rows.map((row) => row.replace(/ +/g, " "));
}

/** Its blocks without a language: forms and parts. */
function sentBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```\n([^]*?)\n```$/gm)].map(([, text = ""]) => text);
}

describe("tables", () => {
  it("have the fields of items, of objects and of maps, and end at components", () => {
    expect(rowsOf(sectionOf("listOrders"))).toEqual([
      "| name | in | type | what it is |",
      "| `created` | query | `object` | When they were made. |",
      "| `created.gt` | query | `integer` | After. |",
      "| `created.lt` | query | `integer` | |",
      '| `sort` | query | `string` | One of `"asc"`, `"desc"`. Default: `"asc"`. |',
      "| header | type | what it is |",
      "| `X-Total` | `integer` | How many there are. |",
      "| field | type | what it is |",
      "| `[].id` | `string` | **Required.** **Read-only.** |",
      "| `[].lines` | `object[]` | **Required.** |",
      "| `[].lines[].amount` | `number` | **Required.** Value: at least 1. |",
      "| `[].parent` | [`Order`](schemas/order.md) | What was bought. |",
      "| `[].old` | `string` | **Deprecated.** |",
      '| `[].state` | `string` | How far it is. One of `"open"`, `"paid"`. |',
      "| `[].prices` | `Record<string, object>` | |",
      "| `[].prices.*.sum` | `integer` or `null` | |",
      "| `[].labels` | `Record<string, string>` | |",
      "| `[].buyer` | [`Person`](schemas/person.md) or [`Firm`](schemas/firm.md) | |",
      "| field | type |",
      "| `reason` | `string` |",
    ]);
  });

  it("have the fields of alternatives, and what all of them require", () => {
    expect(rowsOf(sectionOf("getToken"))).toEqual([
      "| field | type | what it is |",
      '| `grant` | `"password"` or `"code"` | **Required.** |',
      "| `name` | `string` | In some alternatives only. |",
      "| `code` | `string` | In some alternatives only. |",
    ]);
  });

  it("are whole whatever text is in them", async () => {
    expect(rowsOf(sectionOf("addOrder"))).toContain(
      "| `lines[].name` | `string` | a \\| b \\| c \\| Length: at most 5. |",
    );
    for (const { path, text } of generated.files.filter(({ path }) => path.endsWith(".md")))
      expect(await activeParts(text.replaceAll("](schemas/", "](")), path).toEqual([]);
  });
});

it("a component has a page, with the fields of what it is composed of", () => {
  const page = textOf(generated, "docs/schemas/person.md");
  expect(page).toContain("[`Named & object`](named.md)");
  expect(rowsOf(page).slice(1)).toEqual(["| `name` | `string` | **Required.** |", "| `born` | `string (date)` | |"]);
  expect(textOf(generated, "docs/schemas/state.md")).toBe(
    '# `State`\n\nHow far it is.\n\n`string`\n\n- `"open"`\n- `"paid"`\n',
  );
  expect(textOf(generated, "docs/README.md")).toContain("[`Order`](schemas/order.md)");
});

it("a webhook has a page", () => {
  const page = textOf(generated, "docs/webhook.order-paid-webhook.md");
  expect(page).toContain("Arrives as `POST`, and is read by `decodeOrderPaidWebhookRequest`.");
  expect(rowsOf(page)).toContain("| `parent` | [`Order`](schemas/order.md) | What was bought. |");
  expect(page).toContain("- **204** Read");
  expect(textOf(generated, "docs/README.md")).toContain("[`order paid`](webhook.order-paid-webhook.md)");
});

it("an error is shown once on a page", () => {
  const [, first = "", second = ""] = sectionOf("listOrders").split(/^\*\*[45]\d\d\*\*/m);
  expect(first).toContain("| `reason` |");
  expect(second.trim()).toBe("Failed\n\n`application/json`: [`Fault`](schemas/fault.md)");
});

describe("examples", () => {
  it("of forms are what the encoder makes", async () => {
    const { encodeAddOrderForm } = await generated.load("forms/add-order");
    const { addOrder } = await generated.load("fixtures/add-order");
    const encode = encodeAddOrderForm as (body: unknown) => string;
    const { request } = addOrder as { readonly request: { readonly body: unknown } };
    const [shown = ""] = sentBlocks(sectionOf("addOrder"));
    expect(shown.replaceAll("\n", "")).toBe(encode(request.body));
    expect(shown).toContain("address%5Bcity%5D=New%20York\n&");
  });

  it("of parts are what is sent, but for the boundary", async () => {
    const { createClient } = await generated.load("index");
    const { addFiles } = await generated.load("operations/index");
    const { addFiles: fixtures } = await generated.load("fixtures/add-files");
    let sent = "";
    const fetch = async (_: string, { body }: { readonly body: Blob }) => {
      sent = await body.text();
      return new Response(null, { status: 204 });
    };
    const client = (createClient as (options: object) => unknown)({ fetch });
    const { request } = fixtures as { readonly request: unknown };
    await (addFiles as (client: unknown, input: unknown) => Promise<unknown>)(client, request);
    const [shown] = sentBlocks(sectionOf("addFiles"));
    expect(shown).toBe(
      sent
        .replaceAll(/--exemplar-[\da-f]+/g, "--exemplar")
        .replaceAll("\r\n", "\n")
        .trim(),
    );
  });

  it("of calls compile", () => {
    const blocks = codeBlocks(textOf(generated, "docs/orders.md"), "page");
    expect(Object.values(blocks)).toHaveLength(5);
    expect(problemsOfUses(generated, blocks)).toEqual([]);
  });
});
