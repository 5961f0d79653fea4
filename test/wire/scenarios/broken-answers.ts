/** Answers that break off, or are no answers. */
import { ConnectionError, ResponseError } from "../../../templates/client/src/runtime/errors.js";
import { equal, failure, secret } from "./expect.js";
import { cut, isBroken, isData, isError, oneAnswer } from "./one-answer.js";
import { type Scenario, servers, type World } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

const chunked = { "transfer-encoding": "chunked" };

const breaks: readonly Scenario[] = (["reset", "close"] as const).flatMap((by) => [
  oneAnswer(`a ${by} before the headers`, { breaks: "headers", by }, isBroken),
  oneAnswer(`a ${by} in a body of known length`, { ...cut, breaks: "body", by }, isBroken),
  oneAnswer(`a ${by} in a body of pieces`, { ...cut, headers: chunked, breaks: "body", by }, isBroken),
  {
    name: `a ${by} in a body that the caller reads: the raw answer's own error`,
    play: async (world: World) => {
      await world.script({ "/pet": { ...cut, holds: "body", breaks: "body", by } });
      const call = send(clientOf(world));
      const raw = await call.response();
      equal(raw.status, 200);
      await world.release();
      const outcome = await raw.text().catch(() => "an error");
      equal(outcome, "an error");
    },
  },
]);

/** What nobody would call an answer. */
const raw: readonly Scenario[] = [
  oneAnswer("another protocol", { raw: "SSH-2.0-OpenSSH_9.6\r\n" }, isBroken),
  // A browser takes what it gets.
  { ...oneAnswer("nothing but a status line", { raw: "HTTP/1.1 200 OK\r\n" }, isBroken), on: servers },
  {
    ...oneAnswer("a length that is no number", { raw: "HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n{}" }, isError),
    on: servers,
  },
  oneAnswer(
    "a chunk whose length is no number",
    { raw: "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n{}" },
    isError,
  ),
  oneAnswer(
    "a body that ends where the connection does, too early",
    {
      raw: 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{"name":',
    },
    async (call) => {
      const error = await failure(call, ResponseError);
      equal([Reflect.get(error, "status"), Reflect.get(error, "body")], [200, '{"name":']);
    },
  ),
  oneAnswer(
    "hints before the answer",
    {
      raw: 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{"name":"Ada"}',
    },
    isData,
  ),
  {
    name: "two answers to one request: the second is no answer to the next request",
    play: async (world) => {
      const first = 'HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{"name":"Ada"}';
      await world.script({
        "/pet": { raw: first + first.replace("Ada", "Eve"), holds: "body" },
        "/next": { body: '"own"' },
      });
      equal(await send(clientOf(world)), ada);
      equal(await send(clientOf(world), { path: "/next" }), "own");
      await world.release();
    },
  },
  {
    name: "nobody there, and a credential in the URL",
    play: async (world) => {
      const { nowhere } = world;
      await failure(
        send(clientOf(world, { baseUrl: nowhere }), { encode: () => ({ query: `key=${secret}` }) }),
        ConnectionError,
      );
      await failure(send(clientOf(world, { baseUrl: nowhere.replace("//", `//user:${secret}@`) })), ConnectionError);
    },
  },
];

export const brokenAnswers: readonly Scenario[] = [...breaks, ...raw];
