/** Errors that the mock answers with of itself: problem details of RFC 9457. */
import { type Answer, textAnswer } from "./plain-answer.js";
import type { Problem } from "./form-reader.js";

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  501: "Not Implemented",
};

/** What is wrong, before it is an answer. */
export interface Refusal {
  readonly status: number;
  readonly detail: string;
  /** All that does not fit in the request. */
  readonly errors?: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The media type of problem details. */
export const problemType = "application/problem+json";

/** The answer. */
export function problemAnswer({ status, detail, errors, headers }: Refusal): Answer {
  // `about:blank` says that the title is all there is to say of the status.
  const body = { type: "about:blank", status, title: titles[status] ?? "Error", detail, ...(errors && { errors }) };
  return textAnswer(status, JSON.stringify(body), { ...headers, "content-type": problemType });
}

/** The longest header that servers and clients take without asking is 8 KB. */
const longest = 7000;

/** Problems as the text of a header: as many as fit in one, in ASCII. */
export function problemsHeader(problems: readonly Problem[]): string {
  const parts: string[] = [];
  let length = 2;
  for (const { field, message } of problems) {
    const text = JSON.stringify({ field, message }).replace(/[^ -~]/g, escapeUnit);
    length += text.length + 1;
    if (length > longest) break;
    parts.push(text);
  }
  return `[${parts.join(",")}]`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
