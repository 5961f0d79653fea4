import { expect, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { formKey, headerKey, queryKey } from "../../templates/client/src/runtime/api-key.js";
import { type Call, makeClient } from "../../templates/client/src/runtime/client.js";
import { logger, type LoggerOptions, type LogLevel } from "../../templates/client/src/runtime/logger.js";
import { json, recordingFetch } from "./recording-fetch.js";

const call: Call = { operation: "getPet", method: "GET", path: "/pet" };
const schemes = { key: headerKey("x-k"), query: queryKey("k"), form: formKey("pin code", headerKey("pin-code")) };
const setup = { baseUrl: "https://user:s3cret@api.test", userAgent: "t/1", authorise: anyOf({ schemes }) };
const auth = { key: "s3cret", query: "s3cret", form: "s3cret" };

async function logged(
  options: LoggerOptions,
  changes: Partial<Call> = {},
  answer: () => Response | Promise<Response> = () => json({}),
): Promise<readonly [LogLevel, string, unknown][]> {
  const lines: [LogLevel, string, unknown][] = [];
  const write = (level: LogLevel) => (message: string, details?: unknown) => {
    lines.push([level, message.replace(/\d+ ms/, "N ms"), details]);
  };
  const sink = { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
  const client = makeClient(setup, { fetch: recordingFetch(answer).fetch, auth, use: [logger({ sink, ...options })] });
  await client.send({ ...call, ...changes }).result();
  return lines;
}

const line = "getPet: GET https://api.test/pet";

it.each<[LogLevel, () => Response | Promise<Response>, readonly [LogLevel, string, unknown][]]>([
  ["info", () => json({}), [["info", `${line} answered 200 after N ms`, undefined]]],
  ["warn", () => json({}), []],
  ["warn", () => json({}, 404), [["warn", `${line} answered 404 after N ms`, undefined]]],
  ["error", () => json({}, 500), []],
  [
    "error",
    () => Promise.reject(new TypeError("no")),
    [["error", `${line} failed after N ms: ConnectionError: getPet: no answer from https://api.test/pet`, undefined]],
  ],
])("at level %s", async (level, answer, expected) => {
  expect(await logged({ level }, {}, answer)).toEqual(expected);
});

it("names the request where the server does", async () => {
  const answer = () => new Response("{}", { headers: { "x-request-id": "r-1" } });
  expect((await logged({}, {}, answer))[0]?.[1]).toBe(`${line} answered 200 after N ms, request r-1`);
});

it("shows at level debug what was sent and answered, without what is secret", async () => {
  const encode = () => ({
    query: "limit=1&note=n",
    headers: { authorization: "s3cret", "x-note": "n" },
    body: "a=1&password=s3cret",
  });
  const answer = () => new Response("{}", { headers: { "set-cookie": "a=s3cret", "x-a": "1" } });
  const contentType = "application/x-www-form-urlencoded";
  const security = [["key", "query", "form"]];
  const lines = await logged({ level: "debug", redact: ["note"] }, { encode, contentType, security }, answer);
  expect(JSON.stringify(lines)).not.toContain("s3cret");
  const [[, sent, request] = [], [, , response] = []] = lines;
  expect(sent).toBe(`${line}?limit=1&note=***&k=***`);
  expect(request).toMatchObject({
    headers: { authorization: "***", "x-k": "***", "x-note": "n" },
    body: "a=1&password=***&pin+code=***",
  });
  expect(response).toMatchObject({ headers: { "set-cookie": "***", "x-a": "1" } });
});

it.each([
  [
    "application/json",
    '{"a":{"token":"s3cret","b":[{"Note":"s3cret"}]}}',
    { a: { token: "***", b: [{ Note: "***" }] } },
  ],
  ["application/json", '{"s3cret', "8 characters"],
  ["text/plain", "s3cret", "6 characters"],
  ["application/octet-stream", new Blob(["s3cret"]), "[object Blob]"],
])("shows a body of type %s: %s", async (contentType, body, shown) => {
  const [[, , request] = []] = await logged(
    { level: "debug", redact: ["note"] },
    { contentType, encode: () => ({ body }) },
  );
  expect(request).toMatchObject({ body: shown });
});
