/** The answer to a request that does not fit. */
import { type Answer, contentAnswer } from "./plain-answer.js";
import { chooseContent, contentsOf } from "./mock-answer.js";
import { problemAnswer, problemsHeader, problemType, type Refusal } from "./mock-problem.js";
import type { MockOperation, MockResponse } from "./mock-setup.js";

/** Which documented responses may say that a request was refused, in order. */
const wanted: Readonly<Record<number, readonly string[]>> = {
  400: ["400", "422"],
  401: ["401"],
  415: ["415", "422", "400"],
  422: ["422", "400"],
};

/**
 * Answers as the document says that such a request is answered; where it does not, with problem details. The problems are
 * then in the header `mock-problems`. Who accepts problem details by name gets them in any case.
 */
export function refuse(
  operation: MockOperation,
  refusal: Refusal,
  accept: string | null,
  isDocumented: boolean,
): Answer {
  const codes = wanted[refusal.status] ?? [];
  const found = isDocumented ? documented(operation.responses, codes, refusal.status) : null;
  if (found === null) return problemAnswer(refusal);
  const { response, status } = found;
  const content = chooseContent(contentsOf(response, status), accept, status);
  const [value] = Object.values(content?.examples ?? {});
  const asksForProblems = (accept ?? "").toLowerCase().includes(problemType);
  if (content === undefined || value === undefined || (asksForProblems && content.contentType !== problemType))
    return problemAnswer({ ...refusal, status });
  const problems = refusal.errors ?? [{ field: "", message: refusal.detail }];
  return contentAnswer(status, content, value, {
    ...response.headers,
    ...refusal.headers,
    "mock-problems": problemsHeader(problems),
  });
}

function documented(
  responses: readonly MockResponse[],
  codes: readonly string[],
  status: number,
): { readonly response: MockResponse; readonly status: number } | null {
  for (const code of codes) {
    const own = responses.find((response) => response.status === code);
    if (own !== undefined) return { response: own, status: Number(code) };
  }
  const hasSuccess = responses.some((response) => response.status.startsWith("2"));
  // Where there is no 2xx, `default` is what a success is like.
  const shared = ["4XX", ...(hasSuccess ? ["default"] : [])]
    .map((key) => responses.find((response) => response.status === key))
    .find((response) => response !== undefined);
  return shared === undefined ? null : { response: shared, status };
}
