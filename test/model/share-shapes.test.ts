import { expect, it } from "vitest";
import { apiText } from "../document/document-fixture.js";
import { buildFromText } from "./build-from-text.js";

it("counts what was seen in all places of a shape, at every depth, and takes its factory's value from an example", () => {
  const get = (n: number) =>
    `get: { responses: { 200: { content: { application/json: { example: { account: { id: ${n}, name: A, owner: { mail: x } } } } } } } }`;
  const { model } = buildFromText(apiText({ paths: `/a: { ${get(1)} }\n/b: { ${get(2)} }` }));
  const [account] = model.schemas;
  expect(account).toMatchObject({
    name: "Account",
    schema: { "x-exemplar-seen": 2, properties: { owner: { "x-exemplar-seen": 2 } } },
    fixture: { source: "example", value: { id: 1, name: "A", owner: { mail: "x" } } },
  });
});
