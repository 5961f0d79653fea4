/** Answers that a test gives itself. */
import { type Answer, contentAnswer } from "./plain-answer.js";
import { isObject } from "./json-equality.js";
import { type AnswerContext, chooseContent, contentsOf, responseFor, statusOf, usualResponse } from "./mock-answer.js";
import { problemAnswer } from "./mock-problem.js";
import type { MockOperation, MockResponse } from "./mock-setup.js";
import { Reply } from "./mock-types.js";
import type { ReceivedRequest } from "./received-request.js";

/** A handler, whatever its operation. */
export type AnyHandler = (request: never, reply: never) => unknown;

type Call = (request: object, reply: (status: number, data: unknown, init?: ReplyInit) => Reply) => unknown;

interface ReplyInit {
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler answers; null where it leaves that to the mock. What it throws is an answer with status 500. */
export async function answerOfHandler(
  handler: AnyHandler,
  operation: MockOperation,
  received: ReceivedRequest,
  context: AnswerContext,
): Promise<Answer | Response | null> {
  try {
    // It is given what the decoder of its operation has read, which is what its type asks for.
    const call = handler as Call;
    const sections = isObject(context.input) ? context.input : {};
    const outcome = await call({ ...sections, request: received.copy() }, (status, data, init) => {
      return new Reply(status, data, init?.headers ?? {});
    });
    if (outcome === undefined) return null;
    if (outcome instanceof Response) return outcome;
    if (outcome instanceof Reply) {
      const { status, data, headers } = outcome;
      return valueAnswer(responseFor(operation.responses, String(status)), status, data, headers, context);
    }
    const usual = usualResponse(operation);
    return valueAnswer(usual, usual === undefined ? 200 : statusOf(usual), outcome, {}, context);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return problemAnswer({ status: 500, detail: `The handler of ${operation.operation} has thrown: ${message}` });
  }
}

/** A value as the document's response of the status has it; as JSON, where there is none. */
function valueAnswer(
  response: MockResponse | undefined,
  status: number,
  data: unknown,
  own: Readonly<Record<string, string>>,
  { accept }: AnswerContext,
): Answer {
  const contents = response === undefined ? [] : contentsOf(response, status);
  const content = chooseContent(contents, accept, status) ?? contents[0];
  const headers = { ...response?.headers, ...own };
  if (data === undefined) return contentAnswer(status, null, undefined, headers);
  return contentAnswer(status, content ?? { contentType: "application/json" }, data, headers);
}
