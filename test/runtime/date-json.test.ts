import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf as dateOfExample } from "../../generator/document/date-time.js";
import { answerParser } from "../../templates/client/src/runtime/answer-parser.js";
import { parseDates } from "../../templates/client/src/runtime/date-json.js";
import { readDate, readDateOrText } from "../../templates/client/src/runtime/date-reader.js";
import { readDates } from "../../templates/client/src/runtime/dates-reader.js";
import { dateOf } from "../../templates/client/src/runtime/date-time.js";
import { readAny } from "../../templates/client/src/runtime/any-reader.js";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { type Read, readForm } from "../../templates/client/src/runtime/form-reader.js";
import { parseInt64AndDates } from "../../templates/client/src/runtime/int64-date-json.js";
import { readShapedJson } from "../../templates/client/src/runtime/shaped-reader.js";
import { anyText, type ValueShape } from "../../templates/client/src/runtime/value-shape.js";
import { seed } from "../conformance/seed.js";

describe("a text", () => {
  it.each([
    ["2024-05-01T10:30:00Z", "2024-05-01T10:30:00.000Z"],
    ["2024-05-01t10:30:00z", "2024-05-01T10:30:00.000Z"],
    ["2024-05-01 12:30:00+02:00", "2024-05-01T10:30:00.000Z"],
    ["2024-05-01T10:30:00+0530", "2024-05-01T05:00:00.000Z"],
    ["2024-05-01T10:30:00-08", "2024-05-01T18:30:00.000Z"],
    ["2024-05-01T10:30Z", "2024-05-01T10:30:00.000Z"],
    ["2024-05-01T10:30:00.5Z", "2024-05-01T10:30:00.500Z"],
    // Cut, not rounded.
    ["2024-05-01T10:30:00.123999999Z", "2024-05-01T10:30:00.123Z"],
    ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(dateOf(text)?.toISOString()).toBe(moment);
    expect(dateOfExample(text)?.toISOString()).toBe(moment);
  });

  it.each([
    "",
    "2024-05-01",
    "2024-05-01T10:30:00",
    "2023-02-29T00:00:00Z",
    "2024-04-31T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-05-01T25:00:00Z",
    "2024-05-01T10:61:00Z",
    "2024-05-01T10:30:00+99:00",
    "2024-05-01T10:30:00.Z",
    "2024-05-01T10:30:00123Z",
    " 2024-05-01T10:30:00Z",
    "Wed, 01 May 2024 10:30:00 GMT",
    "1714559400",
  ])("%j is no moment", (text) => {
    expect(dateOf(text)).toBeUndefined();
    expect(dateOfExample(text)).toBeNull();
  });

  it("of any moment is that moment", () => {
    const years = {
      min: new Date("0000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(dateOf(date.toJSON())).toEqual(date);
        expect(dateOfExample(date.toJSON())).toEqual(date);
      }),
      { seed },
    );
  });
});

const text = "2024-05-01T10:30:00Z";
const date = new Date(text);
/** Everywhere, at any depth. */
const everywhere: ValueShape = {
  all: ["Date", { items: () => everywhere }, { members: {}, others: () => everywhere }],
};

describe("parseDates", () => {
  it("puts a Date where the shape says so, and leaves all else as it is", () => {
    const shape: ValueShape = {
      members: { at: "Date", list: { items: "Date", first: [null] }, plain: null },
      others: "Date",
    };
    const parsed = parseDates(
      JSON.stringify({ at: text, list: [text, text, null, 5], plain: text, other: text, deep: { at: text } }),
      shape,
    );
    expect(parsed).toEqual({ at: date, list: [text, date, null, 5], plain: text, other: date, deep: { at: text } });
  });

  it("names the place of a text that is none", () => {
    const value = { list: [{ at: text }, { at: [text, "noon"] }] };
    const parse = () => parseDates(JSON.stringify(value), everywhere);
    expect(parse).toThrow(FieldError);
    expect(parse).toThrow('"list[1].at[1]" must be a date and time');
    const wrong: string[] = [];
    expect(parseDates('["a","b",[]]', everywhere, (at) => wrong.push(at))).toEqual(["a", "b", []]);
    expect(wrong.sort()).toEqual(["[0]", "[1]"]);
  });

  it("leaves text where other text may stand", () => {
    const either: ValueShape = { all: ["Date", "other"] };
    expect(parseDates(JSON.stringify([text, "never"]), { items: either })).toEqual([date, "never"]);
    const unions: ValueShape = { items: { all: [{ members: { at: "Date", in: { items: "Date" } } }, anyText] } };
    const value = [
      { at: text, in: [text, "noon"] },
      { at: "noon", more: { at: text } },
    ];
    expect(parseDates(JSON.stringify(value), unions)).toEqual([
      { at: date, in: [date, "noon"] },
      { at: "noon", more: { at: text } },
    ]);
  });

  it("is JSON.parse for what is no JSON, and where nothing is said", () => {
    for (const broken of ["", "[1", "{'a':1}"]) expect(() => parseDates(broken, everywhere)).toThrow(SyntaxError);
    expect(parseDates(`["${text}"]`, { members: {} })).toEqual([text]);
  });

  it("ends, for values deeper than the stack", () => {
    const depth = 200_000;
    const nested = (inner: string) => "[".repeat(depth) + inner + "]".repeat(depth);
    let value = parseDates(nested(`"${text}"`), everywhere);
    while (Array.isArray(value)) value = value[0];
    expect(value).toEqual(date);
    expect(() => parseDates(nested('"noon"'), everywhere)).toThrow(FieldError);
  });
});

it("parseInt64AndDates puts in both", () => {
  const shape: ValueShape = {
    members: {
      id: "bigint",
      at: "Date",
      either: { all: ["bigint", "Date"] },
      list: { items: { all: ["text", "Date", "other"] } },
    },
  };
  const json = `{"id":9007199254740993,"at":"${text}","either":1,"list":[2,"${text}","never"]}`;
  expect(parseInt64AndDates(json, shape)).toEqual({
    id: 9007199254740993n,
    at: date,
    either: 1n,
    list: ["2", date, "never"],
  });
  expect(parseInt64AndDates(`{"either":"${text}"}`, shape)).toEqual({ either: date });
  // A number is no date.
  expect(parseInt64AndDates('{"at":5}', shape)).toEqual({ at: 5 });
});

it("a parser of answers takes the shape of the status", () => {
  const parse = answerParser(parseDates, { 200: "Date", default: null });
  expect(parse(`"${text}"`, new Response(null, { status: 200 }))).toEqual(date);
  expect(parse(`"${text}"`, new Response(null, { status: 500 }))).toBe(text);
});

describe("readers", () => {
  const read = (reader: Read, value: string) => readForm(new URLSearchParams({ a: value }).toString(), { a: reader });
  const json = readShapedJson(["object"], parseDates, { members: { at: "Date" } });
  it.each<[Read, string, unknown]>([
    [readDate, text, date],
    [readDateOrText, text, date],
    [readDateOrText, "never", "never"],
    [json, `{"at":"${text}"}`, { at: date }],
    [readDates(readAny(["object", "string"]), { members: { at: "Date" } }), `{"at":"${text}"}`, { at: date }],
  ])("%# %s", (reader, value, expected) => {
    expect(read(reader, value)).toEqual({ ok: true, value: { a: expected } });
  });
  it.each<[Read, string, string]>([
    [readDate, "noon", "a"],
    [json, '{"at":"noon"}', "a.at"],
    [readDates(readAny(["object"]), { members: { at: "Date" } }), '{"at":"noon"}', "a.at"],
  ])("%# refuse %s", (reader, value, field) => {
    expect(read(reader, value)).toMatchObject({ ok: false, problems: [{ field }] });
  });
});
