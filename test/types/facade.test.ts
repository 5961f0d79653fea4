/** What compiles of calls on a facade, and what does not: each mistake is reported at its place, in words. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

const folder = fileURLToPath(new URL("../cases/facade", import.meta.url));
const { files } = await runCase({ name: "facade", folder, shown: [] });

const before = `import { type ApiPromise, createClient } from "./client.js";
import { createFacade, type Facade } from "./facade.js";
import { createFacade as createCards, type GiftCardsFacade } from "./facade/gift-cards.js";
import type { GiftCardsCreateInput, ListGiftCardsResponse, ListGiftCardsResult } from "./operations/index.js";
const shop = createFacade(createClient());
`;

const uses: readonly (readonly [code: string, says: RegExp | null])[] = [
  ["const cards: string[] = await shop.giftCards.list(); String(cards);", null],
  ['await shop.giftCards.list({ query: { limit: 1 } }, { headers: { "x-a": "1" }, timeout: 5 });', null],
  ["await shop.giftCards.create({ body: { value: 1 } });", null],
  ["await shop.order.new();", null],
  ["await shop.default.defaultHealth();", null],
  ["const cards: GiftCardsFacade = createCards(createClient()); String(cards);", null],
  ["const cards: Facade['giftCards'] = shop.giftCards; String(cards);", null],
  ["const call: ApiPromise<ListGiftCardsResponse, ListGiftCardsResult> = shop.giftCards.list(); String(call);", null],
  ["const create: (input: GiftCardsCreateInput) => unknown = shop.giftCards.create; String(create);", null],
  [
    "const result = await shop.giftCards.list().result(); if (result.ok) { const status: 200 = result.status; String(status); }",
    null,
  ],
  ["await shop.giftCards.create();", /^Expected 1-2 arguments, but got 0\.$/],
  ["await shop.giftCards.creat({ body: { value: 1 } });", /'creat'.*'GiftCardsFacade'.*Did you mean 'create'\?/],
  ["await shop.giftCards.create({ body: { valeu: 1 } });", /Did you mean to write 'value'\?/],
  ["await shop.giftCards.create({ body: { value: '1' } });", /^Type 'string' is not assignable to type 'number'\.$/],
  ["await shop.giftCards.list({ query: { limit: 1 } }, { header: {} });", /Did you mean to write 'headers'\?/],
  ["await shop.giftCards.giftCardsCreate({ body: { value: 1 } });", /'giftCardsCreate' does not exist/],
  ["await shop.order.list();", /'list' does not exist/],
  ["await shop.giftCard.list();", /Did you mean 'giftCards'\?/],
  ["shop.order.new = shop.order.create;", /read-only/],
];

it("methods have the parameters and the answers of their operations", () => {
  const sources = (files ?? []).map(({ path, text }) => ({ path: `/package/${path}`, text }));
  // Each in a block of its own, on a line of its own.
  const use = before + uses.map(([code]) => `{ ${code} }`).join("\n");
  const errors = typeErrors([...sources, { path: "/package/src/use.ts", text: use }]);
  const first = before.split("\n").length;
  const outcomes = uses.map(([code, says], index) => {
    const mark = `/package/src/use.ts:${first + index}: `;
    const own = errors.filter((error) => error.startsWith(mark)).map((error) => error.slice(mark.length));
    return { code, own, isFine: says === null ? own.length === 0 : own.length === 1 && says.test(own.join()) };
  });
  expect(outcomes.filter(({ isFine }) => !isFine)).toEqual([]);
  expect(errors.filter((error) => !error.startsWith("/package/src/use.ts"))).toEqual([]);
});
