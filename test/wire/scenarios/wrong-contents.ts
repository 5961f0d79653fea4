/** Answers whose content is not what they say, or more than anybody wants. */
import type { Call } from "../../../templates/client/src/runtime/client.js";
import {
  ApiError,
  ConnectionError,
  ResponseError,
  TimeoutError,
} from "../../../templates/client/src/runtime/errors.js";
import { readBody } from "../../../templates/client/src/runtime/read-body.js";
import type { Answer } from "./answer.js";
import { equal, failure, holds } from "./expect.js";
import { isData, isError, oneAnswer } from "./one-answer.js";
import type { Scenario } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

/** A call of an operation whose answer may be of several media types. */
const any: Partial<Call> = { accept: "application/json, text/plain", read: readBody };
const html = { headers: { "content-type": "text/html" }, body: "<h1>Sorry</h1>" };

const contents: readonly Scenario[] = [
  oneAnswer("HTML in place of JSON: a ResponseError with the text", html, async (call) => {
    const error = await failure(call, ResponseError);
    equal([Reflect.get(error, "status"), Reflect.get(error, "body")], [200, html.body]);
  }),
  oneAnswer("a gateway's page: an ApiError with the text", { ...html, status: 502 }, async (call) => {
    const error = await failure(call, ApiError);
    equal([Reflect.get(error, "status"), Reflect.get(error, "body")], [502, html.body]);
  }),
  oneAnswer("JSON that says it is HTML", { headers: html.headers }, isData),
  oneAnswer(
    "text that says it is JSON, where both are documented",
    { body: "Ada" },
    (call) => failure(call, ResponseError),
    any,
  ),
  oneAnswer(
    "a picture, where text and JSON are documented",
    { headers: { "content-type": "image/png" }, body: "\u0089PNG" },
    (call) => failure(call, ResponseError),
    any,
  ),
  oneAnswer("no content type", { headers: { "content-type": "" } }, isData),
  oneAnswer("nothing, of JSON: undefined", { body: "" }, async (call) => {
    equal(await call, undefined);
  }),
  oneAnswer("gzip", { gzip: "whole" }, isData),
  oneAnswer(
    "gzip without its second half",
    { gzip: "truncated", body: JSON.stringify({ names: Array.from({ length: 500 }, (_, index) => `name ${index}`) }) },
    isError,
  ),
  {
    // Node 20.19.0 does not notice, and waits: that is what a timeout is for.
    name: "gzip with wrong bytes, and a timeout",
    play: async (world) => {
      await world.script({ "/pet": { gzip: "corrupt" } });
      await failure(send(clientOf(world, { timeout: 2000 })), ConnectionError, ResponseError, TimeoutError);
    },
  },
  oneAnswer("headers of 8 KB", { headers: { "x-large": "x".repeat(8000) } }, async (call) => {
    equal((await call.response()).headers.get("x-large")?.length, 8000);
    equal(await call, ada);
  }),
];

/** What platforms set their own limits for: an answer, or an error, and then the next call is answered. */
const limits: readonly Scenario[] = (
  [
    ["a header of 1 MB", { headers: { "x-huge": "x".repeat(1_000_000) } }],
    ["2,000 headers", { headers: Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`x-${index}`, "x"])) }],
  ] satisfies readonly [string, Answer][]
).map(([name, answer]) => ({
  name: `${name}: the data or a ConnectionError`,
  play: async (world) => {
    await world.script({ "/pet": answer, "/next": {} });
    const result = await send(clientOf(world)).result();
    if (result.ok) equal(result.data, ada);
    else holds(result.error instanceof ConnectionError, `an error of another kind: ${String(result.error)}`);
    equal(await send(clientOf(world), { path: "/next" }), ada);
  },
}));

/** Whether the answer is seen is a matter of the platform, and of luck. */
const refusedUpload: Scenario = {
  name: "an upload that the server does not read: its answer, or a ConnectionError",
  play: async (world) => {
    const answer = "HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    await world.script({ "/pet": { unread: true, raw: answer } });
    const body = "x".repeat(10_000_000);
    await failure(send(clientOf(world), { method: "POST", encode: () => ({ body }) }), ApiError, ConnectionError);
  },
};

export const wrongContents: readonly Scenario[] = [...contents, ...limits, refusedUpload];
