import { describe, expect, it } from "vitest";
import { apiText } from "../document/document-fixture.js";
import { buildFromText as build } from "./build-from-text.js";

describe("the names of webhooks and callbacks", () => {
  const post = "{ post: {} }";
  it.each<[string, string, readonly string[]]>([
    ["say what they are", `webhooks: { newPet: ${post} }`, ["NewPetWebhook newPetWebhook new-pet-webhook"]],
    ["do not say it twice", `webhooks: { pet-webhook: ${post} }`, ["PetWebhook petWebhook pet-webhook"]],
    [
      "have the method where there are several",
      "webhooks: { pet: { post: {}, delete: {} } }",
      ["PetPostWebhook petPostWebhook pet-post-webhook", "PetDeleteWebhook petDeleteWebhook pet-delete-webhook"],
    ],
    [
      "keep what is a name already, and have a hash where others collide with it",
      `webhooks: { pet.new: ${post}, petNew: ${post} }`,
      [
        "PetNewWebhook_0219e2d2 petNewWebhook_0219e2d2 pet-new-webhook-0219e2d2",
        "PetNewWebhook petNewWebhook pet-new-webhook",
      ],
    ],
    [
      "have a hash where case alone tells them apart, but for the one in camelCase",
      `webhooks: { PetNew: ${post}, petNew: ${post} }`,
      [
        "PetNewWebhook_d67815a4 petNewWebhook_d67815a4 pet-new-webhook-d67815a4",
        "PetNewWebhook petNewWebhook pet-new-webhook",
      ],
    ],
    [
      "make way for operations and schemas",
      `webhooks: { a: ${post}, b: ${post} }\npaths: { /a: { get: { operationId: aWebhook } } }\ncomponents: { schemas: { BWebhookBody: {} } }`,
      ["AWebhook_639f671c aWebhook_639f671c a-webhook-639f671c", "BWebhookOperation bWebhook b-webhook"],
    ],
    [
      "are names, whatever the text",
      `webhooks: { 漢字: ${post}, "2xx": ${post} }`,
      ["漢字Webhook 漢字Webhook webhook", "_2xxWebhook _2xxWebhook 2xx-webhook"],
    ],
    [
      "begin with the operation that a callback follows from",
      `paths: { /a: { post: { operationId: sub-scribe, callbacks: { on event: { "{$a}": ${post}, "{$b}": ${post} } } } } }`,
      [
        "SubScribeOnEventCallback_c4dc847a subScribeOnEventCallback_c4dc847a sub-scribe-on-event-callback-c4dc847a",
        "SubScribeOnEventCallback_7daac2e3 subScribeOnEventCallback_7daac2e3 sub-scribe-on-event-callback-7daac2e3",
      ],
    ],
  ])("%s", (_, yaml, expected) => {
    const { model } = build(`openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${yaml}`);
    const names = model.webhooks.map(({ operation }) => `${operation.typeId} ${operation.id} ${operation.slug}`);
    expect(names).toEqual(expected);
  });

  it("give each callback of a shared path item to its own operation", () => {
    const { model } = build(
      apiText({
        paths: '/a: { $ref: "#/components/pathItems/P" }\n/b: { $ref: "#/components/pathItems/P" }',
        components: 'pathItems: { P: { post: { callbacks: { on: { "{$a}": { post: {} } } } } } }',
      }),
    );
    expect(model.webhooks.map(({ callback }) => callback?.owner)).toEqual(["postA", "postB"]);
  });
});

describe("a document without operations", () => {
  it("is nothing to be warned of where it has webhooks", () => {
    const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
    expect(build(`${head}webhooks: { a: { post: {} } }`).codes).toEqual([]);
    expect(build(`${head}webhooks: {}`).codes).toEqual(["operations-missing /paths"]);
  });
});

describe("the text of a header", () => {
  const text = (header: string, name = "X-A") => {
    const paths = `/a: { get: { responses: { "200": { headers: { ${name}: ${header} } } } } }`;
    const { model, codes } = build(apiText({ paths }));
    return { text: model.operations[0]?.responses[0]?.headers[0]?.text, codes };
  };

  it.each<[string, string | null]>([
    ["{ schema: { type: integer }, example: 12 }", "12"],
    ["{ schema: { type: integer }, example: '12' }", "12"],
    ["{ schema: { type: boolean } }", "true"],
    ["{ schema: { enum: [a, b] } }", "a"],
    ["{ schema: { type: string, default: d } }", "d"],
    ["{ example: 'a b' }", "a b"],
    ["{ examples: { first: { value: a }, second: { value: b } } }", "a"],
    ["{ example: [a, 1, true] }", "a,1,true"],
    ["{ example: { r: 100, g: 200 } }", "r,100,g,200"],
    ["{ explode: true, example: { r: 100, g: 200 } }", "r=100,g=200"],
    ["{ content: { application/json: { example: { a: [1] } } } }", '{"a":[1]}'],
    ["{ content: { text/plain: { schema: { type: string }, example: plain } } }", "plain"],
    ["{}", null],
    ["{ schema: { type: object } }", null],
  ])("%s is %s", (header, expected) => {
    expect(text(header)).toEqual({ text: expected, codes: [] });
  });

  it.each<[string, string]>([
    ["{ schema: { type: integer }, example: many }", "1"],
    ["{ schema: { type: string, enum: [a] }, examples: { one: { value: b } } }", "a"],
  ])("%s is made up, as its example contradicts it", (header, expected) => {
    const { text: sent, codes } = text(header);
    expect(sent).toBe(expected);
    expect(codes.map((line) => line.split(" ")[0])).toEqual(["example-contradicts-schema"]);
  });

  it.each(['"a\\r\\nX-B: c"', '"a\\nb"', '" a"', '"a "', '"\\0"', '"ä"', '""', "[[a]]", "[]"])(
    "is never %s",
    (example) => {
      const { text: sent, codes } = text(`{ example: ${example} }`);
      // A text that is made up takes its place, where the example says that it is a text.
      expect(["X-A", null]).toContain(sent);
      expect(codes.map((line) => line.split(" ")[0])).toEqual(["header-example-invalid"]);
    },
  );

  it.each(["Set-Cookie", "Content-Length", "content-encoding", "Transfer-Encoding", "Connection", "Date"])(
    "is not there for %s, which is about the message itself",
    (name) => {
      expect(text("{ example: a }", name)).toEqual({ text: null, codes: [] });
    },
  );
});

describe("links", () => {
  const paths = (link: string) => `
/a: { post: { operationId: start, responses: { "200": { links: { next: ${link} } } } } }
/a/{id}: { get: { parameters: [{ name: id, in: path, schema: {} }], responses: {} } }
/b: { get: { operationId: "get b" } }`;
  const place = "/paths/~1a/post/responses/200/links/next";

  it.each<[string, string, readonly string[]]>([
    ["{ operationId: get b }", "getB", []],
    ['{ operationRef: "#/paths/~1b/get" }', "getB", []],
    ['{ operationRef: "#/paths/~1a~1%7Bid%7D/get" }', "getAById", []],
    ['{ operationId: start, operationRef: "#/paths/~1b/get" }', "start", []],
    ['{ operationRef: "other.yml#/paths/~1b/get" }', "other.yml#/paths/~1b/get", []],
    ["{ operationId: nope }", "none", [`link-target-not-found ${place}/operationId`]],
    ['{ operationRef: "#/paths/~1b/put" }', "none", [`link-target-not-found ${place}/operationRef`]],
    ['{ operationRef: "#/components/x" }', "none", [`link-target-not-found ${place}/operationRef`]],
    ["{ parameters: { a: b } }", "none", [`link-target-missing ${place}`]],
  ])("%s leads to %s", (link, expected, codes) => {
    const built = build(apiText({ paths: paths(link) }));
    const [found] = built.model.operations[0]?.responses[0]?.links ?? [];
    expect(found?.operation ?? found?.reference ?? "none").toBe(expected);
    expect(built.codes).toEqual(codes);
  });
});
