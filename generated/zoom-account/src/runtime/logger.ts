/** A line for each attempt of a call, without what is secret. */
import type { Draft, Middleware } from "./draft.js";

/** What is logged. */
export type LogLevel = "error" | "warn" | "info" | "debug";

/** Takes what is logged; `console` is one. */
export type LogSink = Readonly<Record<LogLevel, (message: string, details?: unknown) => void>>;

/** How calls are logged. */
export interface LoggerOptions {
  /** Default: `console`. */
  readonly sink?: LogSink;
  /**
   * `error`: calls without an answer; `warn`: errors of servers and clients too; `info`: every answer; `debug`: with
   * headers and the body of what is sent. Default: `info`.
   */
  readonly level?: LogLevel;
  /** Names of headers, of query parameters and of form or JSON fields that are secret, beside those of credentials. */
  readonly redact?: readonly string[];
}

const levels: readonly LogLevel[] = ["error", "warn", "info", "debug"];
/** What is secret whatever the document says. */
const secretName = /auth|cookie|token|secret|passw|pwd|api-?_?key|private|credential|session|signature|assertion|otp$/i;

/** Makes a middleware that logs each attempt, for the option `use`. */
export function logger({ sink = console, level = "info", redact = [] }: LoggerOptions = {}): Middleware {
  const isOn = (each: LogLevel) => levels.indexOf(each) <= levels.indexOf(level);
  const log = (each: LogLevel, message: string, details?: object) => {
    if (isOn(each)) sink[each](message, ...(isOn("debug") ? [details] : []));
  };
  return (next, { operation }) =>
    async (draft) => {
      const named = new Set([...draft.secrets, ...redact].map((name) => name.toLowerCase()));
      const isSecret = (name: string) => secretName.test(name) || named.has(name.toLowerCase());
      const line = `${operation}: ${draft.method} ${shownUrl(draft.url, isSecret)}`;
      const start = Date.now();
      log("debug", line, { headers: shownHeaders(draft.headers, isSecret), body: shownBody(draft, isSecret) });
      try {
        const response = await next(draft);
        const id = response.headers.get("x-request-id");
        log(
          response.status > 399 ? "warn" : "info",
          `${line} answered ${response.status} after ${Date.now() - start} ms${id === null ? "" : `, request ${id}`}`,
          { headers: shownHeaders(response.headers, isSecret) },
        );
        return response;
      } catch (error) {
        const { name, message } = error as Error;
        log("error", `${line} failed after ${Date.now() - start} ms: ${name}: ${message}`);
        throw error;
      }
    };
}

type Test = (name: string) => boolean;

function shownHeaders(headers: Headers, isSecret: Test): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = isSecret(name) ? "***" : name === "location" ? shownUrl(value, isSecret) : value;
  });
  return shown;
}

function shownUrl(text: string, isSecret: Test): string {
  const url = text.replace(/\/\/[^/]*@/, "//");
  const [path = "", query] = url.split("?", 2);
  return query === undefined ? path : `${path}?${shownForm(query, isSecret)}`;
}

function shownForm(text: string, isSecret: Test): string {
  return text.replace(/([^&=]+)=[^&]*/g, (pair, name: string) => (isSecret(decoded(name)) ? `${name}=***` : pair));
}

/** What is no escape stays as it is. */
function decoded(name: string): string {
  let text = "";
  new URLSearchParams(name).forEach((_, key) => {
    text = key;
  });
  return text;
}

/** A form or JSON without what is secret; of anything else no more than what it is. */
function shownBody({ body, headers }: Draft, isSecret: Test): unknown {
  if (typeof body !== "string") return body === null ? undefined : Object.prototype.toString.call(body);
  const type = headers.get("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) return shownForm(body, isSecret);
  if (!/[/+]json/i.test(type)) return `${body.length} characters`;
  try {
    return JSON.parse(body, (name, value: unknown) => (isSecret(name) ? "***" : value)) as unknown;
  } catch {
    return `${body.length} characters`;
  }
}
