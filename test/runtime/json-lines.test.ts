import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConnectionError, ResponseError } from "../../templates/client/src/runtime/errors.js";
import { readJsonLines, readJsonSequence } from "../../templates/client/src/runtime/json-lines.js";
import { bytewise, chunked, cut, explain, gather } from "./chunked-response.js";

const lines = (text: string) => gather(readJsonLines(chunked(cut(text, [])).response, explain));
const records = (text: string) => gather(readJsonSequence(chunked(cut(text, [])).response, explain));

/** A text as its UTF-8 is: a lone surrogate is a replacement character. */
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

describe("JSON lines", () => {
  it.each<[string, string, unknown[]]>([
    ["nothing", "", []],
    ["values of every kind", '{"a":1}\n[2]\n"3"\n4\ntrue\nnull\n', [{ a: 1 }, [2], "3", 4, true, null]],
    ["no line feed at the end", "1\n2", [1, 2]],
    ["CR LF", "1\r\n2\r\n", [1, 2]],
    ["empty lines", "\n1\n\n \r\n2\n\n", [1, 2]],
    ["a byte order mark", "\ufeff1\n", [1]],
    ["what only looks like the end of a line", '"a\\nb\u2028c\u0085"\n', ["a\nb\u2028c\u0085"]],
    ["own keys that every object inherits", '{"__proto__":{"x":1}}', [JSON.parse('{"__proto__":{"x":1}}')]],
  ])("%s", async (_, text, values) => {
    expect(await lines(text)).toEqual(values);
    expect(await gather(readJsonLines(chunked(bytewise(text)).response, explain))).toEqual(values);
  });

  it("replaces bytes that are no UTF-8", async () => {
    const { response } = chunked([new Uint8Array([0x22, 0xff, 0x22, 0x0a])]);
    expect(await gather(readJsonLines(response, explain))).toEqual(["\ufffd"]);
  });

  it("arrive the same, however the body is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json({ stringUnit: "binary" })),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (texts, places) => {
          const { response } = chunked(cut(texts.join("\n"), places));
          const expected = texts.map((text): unknown => JSON.parse(wellFormed(text)));
          expect(await gather(readJsonLines(response, explain))).toEqual(expected);
        },
      ),
    );
  });

  it("that are no JSON are an error with the operation and the line, after all before it", async () => {
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const value of readJsonLines(chunked(bytewise("1\n\n{\n4\n")).response, explain)) seen.push(value);
    })();
    await expect(reading).rejects.toThrow(ResponseError);
    await expect(reading).rejects.toThrow(/^watch: line 3 is no JSON: SyntaxError/);
    expect(seen).toEqual([1]);
  });
});

describe("JSON text sequences", () => {
  it.each<[string, string, unknown[]]>([
    ["nothing", "", []],
    ["values of every kind", '\x1e{"a":1}\n\x1e"2"\n\x1e3\n\x1enull\n', [{ a: 1 }, "2", 3, null]],
    ["several lines in a record", '\x1e{\n "a":\n 1\n}\n', [{ a: 1 }]],
    ["empty records", "\x1e\x1e\n\x1e[1]\x1e", [[1]]],
    ["white space before the first", "\n\x1e1\n", [1]],
  ])("%s", async (_, text, values) => {
    expect(await records(text)).toEqual(values);
    expect(await gather(readJsonSequence(chunked(bytewise(text)).response, explain))).toEqual(values);
  });

  it.each([
    ["a number that may go on", "\x1e1\n\x1e12", "record 2 is no JSON: SyntaxError: cut off"],
    ["a word", "\x1etrue", "record 1 is no JSON: SyntaxError: cut off"],
    ["half an object", '\x1e{"a":', "record 1 is no JSON"],
    ["text before the first record", "x\n\x1e2\n", "record 1 is no JSON"],
  ])("refuse %s", async (_, text, message) => {
    const reading = records(text);
    await expect(reading).rejects.toThrow(ResponseError);
    await expect(reading).rejects.toThrow(`watch: ${message}`);
  });
});

describe("the body", () => {
  it("is read no faster than it is asked for", async () => {
    const { response, events } = chunked(["1\n", "2\n", "3\n"].map((line) => new TextEncoder().encode(line)));
    const items = readJsonLines(response, explain);
    expect(events).toEqual([]);
    for await (const item of items) if (item === 2) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(events).toEqual(["pull", "pull", "cancel"]);
  });

  it("is let go of where the loop throws, and where a line is no JSON", async () => {
    const thrown = chunked(bytewise("1\n2\n"));
    const looping = (async () => {
      for await (const item of readJsonLines(thrown.response, explain)) throw new Error(`enough: ${String(item)}`);
    })();
    await expect(looping).rejects.toThrow("enough: 1");
    const broken = chunked(bytewise("x\n2\n"));
    await expect(gather(readJsonLines(broken.response, explain))).rejects.toThrow(ResponseError);
    expect([thrown.events.at(-1), broken.events.at(-1)]).toEqual(["cancel", "cancel"]);
  });

  it("that breaks off is a ConnectionError, after all before it", async () => {
    const { response } = chunked(cut("1\n2", []), new Error("reset"));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const value of readJsonLines(response, explain)) seen.push(value);
    })();
    await expect(reading).rejects.toThrow(ConnectionError);
    await expect(reading).rejects.toMatchObject({ cause: { message: "reset" } });
    // The line may have been cut.
    expect(seen).toEqual([1]);
  });

  it("can be read once", async () => {
    const items = readJsonLines(chunked(cut("1\n", [])).response, explain);
    expect(await gather(items)).toEqual([1]);
    await expect(gather(items)).rejects.toThrow("watch: the answer has been read already");
  });

  it("may be missing", async () => {
    expect(await gather(readJsonLines(new Response(null, { status: 204 }), explain))).toEqual([]);
  });
});
