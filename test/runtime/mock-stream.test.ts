import { describe, expect, it } from "vitest";
import { eventReader } from "../../templates/client/src/runtime/event-stream.js";
import { readJsonLines, readJsonSequence } from "../../templates/client/src/runtime/json-lines.js";
import { makeMock } from "../../templates/mock/src/runtime/mock-fetch.js";
import { explain, gather } from "./chunked-response.js";
import { operationsByName } from "./operations-by-name.js";

/** What the mock answers with this example. */
async function answered(contentType: string, example: unknown): Promise<Response> {
  const responses = [{ status: "200", contentType, examples: { default: example } }];
  const mock = makeMock(
    {
      basePaths: [],
      schemes: {},
      operations: operationsByName([{ operation: "a", method: "GET", path: "/", responses }]),
    },
    {},
  );
  return mock("http://mock.test/");
}

describe("an example of a stream is written", () => {
  it.each<[string, unknown, string]>([
    ["application/x-ndjson", [{ a: 1 }, "b\n", null], '{"a":1}\n"b\\n"\nnull\n'],
    ["application/jsonl", { a: 1 }, '{"a":1}\n'],
    ["application/json-seq", [1, 2], "\x1e1\n\x1e2\n"],
    ["application/jsonl", "1\n\n2\n", "1\n\n2\n"],
    ["text/event-stream", ["a\nb", { c: 1 }, 2], 'data: a\ndata: b\n\ndata: {"c":1}\n\ndata: 2\n\n'],
    [
      "text/event-stream",
      [{ id: "7", event: "e", data: { a: 1 }, retry: 10 }, { data: "" }],
      'id: 7\nevent: e\ndata: {"a":1}\nretry: 10\n\ndata: \n\n',
    ],
    [
      "text/event-stream",
      [
        { id: "7", name: "n" },
        { data: 1, more: 2 },
      ],
      'data: {"id":"7","name":"n"}\n\ndata: {"data":1,"more":2}\n\n',
    ],
    ["text/event-stream", "data: 1\n\n", "data: 1\n\n"],
    ["application/jsonl", [], ""],
    ["application/json", ["a"], '["a"]'],
    ["application/json", "a", '"a"'],
    ["text/plain", ["a"], '["a"]'],
  ])("as %s: %j", async (contentType, example, text) => {
    const response = await answered(contentType, example);
    expect([await response.text(), response.headers.get("content-type")]).toEqual([text, contentType]);
  });
});

it("and read back by the client", async () => {
  const values = [{ a: [1, "\u2028\r\n"] }, 2, null, "c"];
  expect(await gather(readJsonLines(await answered("application/jsonl", values), explain))).toEqual(values);
  expect(await gather(readJsonSequence(await answered("application/json-seq", values), explain))).toEqual(values);
  const events = [
    { event: "e", data: { a: 1 }, id: "1", retry: 5 },
    { event: "message", data: [2], id: "1" },
  ];
  expect(await gather(eventReader(true)(await answered("text/event-stream", events), explain))).toEqual(events);
});
