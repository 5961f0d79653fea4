import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventReader, type ServerSentEvent } from "../../templates/client/src/runtime/event-stream.js";
import { ConnectionError, ResponseError } from "../../templates/client/src/runtime/errors.js";
import { bytewise, chunked, cut, explain, gather } from "./chunked-response.js";

type Event = ServerSentEvent<unknown>;

const read = (text: string, reader = eventReader(false)) => gather(reader(chunked(cut(text, [])).response, explain));

/** An event as it is where the stream says nothing but its data. */
function event(data: unknown, more: Partial<Event> = {}): Event {
  return { event: "message", data, id: "", ...more };
}

// Those of the specification: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
const streams: [string, string, Event[]][] = [
  ["data of several lines", "data: YHOO\ndata: +2\ndata: 10\n\n", [event("YHOO\n+2\n10")]],
  [
    "comments, ids, and an id that is reset",
    ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
    [event("first event", { id: "1" }), event("second event"), event(" third event")],
  ],
  ["data without a value, and an event that does not end", "data\n\ndata\ndata\n\ndata:", [event(""), event("\n")]],
  ["one space after the colon that does not count", "data:test\n\ndata: test\n\n", [event("test"), event("test")]],
  ["a name, for one event", "event: add\ndata: 1\n\ndata: 2\n\n", [event("1", { event: "add" }), event("2")]],
  ["an empty name", "event:\ndata: 1\n\n", [event("1")]],
  ["an event without data, whose name is forgotten", "event: ping\n\ndata: 1\n\n", [event("1")]],
  ["an id that goes on", "id: 7\ndata: 1\n\ndata: 2\n\n", [event("1", { id: "7" }), event("2", { id: "7" })]],
  ["the id of an event without data", "id: 7\n\ndata: 1\n\n", [event("1", { id: "7" })]],
  ["an id with NUL", "id: 7\nid: a\0b\ndata: 1\n\n", [event("1", { id: "7" })]],
  ["retry, said once", "retry: 250\n\ndata: 1\n\ndata: 2\n\n", [event("1", { retry: 250 }), event("2")]],
  ["retry that is no number", "retry: 2.5\nretry: -1\nretry:\nretry: 0x1\ndata: 1\n\n", [event("1")]],
  ["fields that there are not", "Data: 1\n data: 2\ndata : 3\nfoo: bar\ndata: 4\n\n", [event("4")]],
  ["colons in the value", "data:a:b: c\n\n", [event("a:b: c")]],
  ["CR LF", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", [event("a\nb"), event("c")]],
  ["CR", "data: a\rdata: b\r\rdata: c\r\r", [event("a\nb"), event("c")]],
  ["all line ends in one stream", "data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\r", [event("a\nb\nc"), event("d")]],
  ["one byte order mark", "\ufeffdata: 1\n\n", [event("1")]],
  ["a second byte order mark", "\ufeff\ufeffdata: 1\n\ndata: 2\n\n", [event("2")]],
  ["what only looks like the end of a line", "data: a\u2028b\u0085c\vd\n\n", [event("a\u2028b\u0085c\vd")]],
  ["no end", "data: 1", []],
  ["no blank line at the end", "data: 1\n", []],
  ["nothing", "", []],
];

describe("events", () => {
  it.each(streams)("%s", async (_, text, events) => {
    expect(await read(text)).toEqual(events);
    expect(await gather(eventReader(false)(chunked(bytewise(text)).response, explain))).toEqual(events);
  });

  it("arrive the same, however the body is cut", async () => {
    const line = fc.oneof(
      fc.constantFrom("", "data", "data: ä€😀", "data:x", "event: e", "id: 1", ": c", "retry: 5", "\ufeffdata: 1"),
      fc.string({ unit: "binary" }),
    );
    const stream = fc.array(fc.tuple(line, fc.constantFrom("\n", "\r", "\r\n")).map((parts) => parts.join("")));
    await fc.assert(
      fc.asyncProperty(stream, fc.array(fc.nat(), { maxLength: 20 }), async (parts, places) => {
        const whole = await read(parts.join(""));
        const pieces = chunked(cut(parts.join(""), places)).response;
        expect(await gather(eventReader(false)(pieces, explain))).toEqual(whole);
      }),
    );
  });

  it("have the data that was written, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), async (texts) => {
        const written = texts.map((text) => {
          const lines = text.split(/\r\n|\n|\r/).map((line) => `data: ${line}\n`);
          return `${lines.join("")}\n`;
        });
        const expected = texts.map((text) => event(text.replace(/\r\n|\r/g, "\n")));
        expect(await read(written.join(""))).toEqual(expected);
      }),
    );
  });

  it("are given as soon as their blank line is there, also where CR ends it", async () => {
    const { response, events } = chunked(
      ["data: 1\r\r", "\ndata: 2\n\n"].map((text) => new TextEncoder().encode(text)),
    );
    const seen: unknown[] = [];
    for await (const { data } of eventReader(false)(response, explain)) {
      seen.push(data);
      if (data === "1") expect(events).toEqual(["pull"]);
    }
    expect(seen).toEqual(["1", "2"]);
  });
});

describe("data", () => {
  const text = 'data: {"a":1}\n\nevent: note\ndata: {"b":\ndata: 2}\n\n';

  it.each<[string, ReturnType<typeof eventReader>, unknown[]]>([
    ["text", eventReader(false), ['{"a":1}', '{"b":\n2}']],
    ["JSON", eventReader(true), [{ a: 1 }, { b: 2 }]],
    ["JSON for some events", eventReader(false, ["note"]), ['{"a":1}', { b: 2 }]],
    ["text for some events", eventReader(true, ["note"]), [{ a: 1 }, '{"b":\n2}']],
  ])("as %s", async (_, reader, data) => {
    expect((await read(text, reader)).map((found) => found.data)).toEqual(data);
  });

  it("[DONE] ends a stream of JSON, and the body is let go of; as text it is text", async () => {
    const done = "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n";
    const { response, events } = chunked(bytewise(done));
    expect(await gather(eventReader(true)(response, explain))).toEqual([event(1)]);
    expect(events.at(-1)).toBe("cancel");
    expect((await read(done)).map(({ data }) => data)).toEqual(["1", "[DONE]", "2"]);
  });

  it("that is no JSON is an error with the operation and the event", async () => {
    const reading = read("data: 1\n\n: c\n\ndata: {\n\n", eventReader(true));
    await expect(reading).rejects.toThrow(ResponseError);
    await expect(reading).rejects.toThrow(/^watch: the data of event 2 is no JSON: SyntaxError/);
  });
});

it("a body that breaks off is a ConnectionError, and its last event is not given", async () => {
  const { response } = chunked(cut("data: 1\n\ndata: 2\n", []), new Error("reset"));
  const seen: unknown[] = [];
  const reading = (async () => {
    for await (const { data } of eventReader(false)(response, explain)) seen.push(data);
  })();
  await expect(reading).rejects.toThrow(ConnectionError);
  expect(seen).toEqual(["1"]);
});
