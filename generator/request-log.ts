/** What is said of each request: a line for people, an object for machines. Prints nothing itself. */
import type { Colors } from "picocolors/types.js";
import { visible } from "./code-frame.js";
import type { MockRecord } from "./mock/load-mock.js";

/** A request and what became of it. Plain data: also what `--json` prints. */
export interface LoggedRequest {
  readonly method: string;
  /** With its query, in which credentials are stars. */
  readonly path: string;
  /** Null where whoever asked did not wait. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Null where none was found. */
  readonly operation: string | null;
  readonly problems: MockRecord["problems"];
}

/**
 * What is to be said of a request.
 * @param record of the mock; null where it answered nothing
 * @param credentials names of query parameters that the document says are credentials
 */
export function logged(
  { method, url }: Pick<Request, "method" | "url">,
  record: MockRecord | null,
  status: number | null,
  milliseconds: number,
  credentials: ReadonlySet<string>,
): LoggedRequest {
  const { pathname, search } = new URL(url);
  return {
    method,
    path: `${pathname}${redact(search, credentials)}`,
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    operation: record?.operation ?? null,
    problems: record?.problems ?? [],
  };
}

/** Names that credentials have where a document does not say that they are. */
const secret =
  /token|passw(?:or)?d|passphrase|secret|api[-_.]?key|access[-_.]?key|auth|credential|signature|^(?:sig|key|pwd|jwt|code|session)$/i;

/** A query with stars in place of credentials; all else stays as it was sent. */
export function redact(search: string, credentials: ReadonlySet<string>): string {
  if (search === "") return "";
  const pairs = search.slice(1).split("&");
  const shown = pairs.map((pair) => {
    const [name = "", ...value] = pair.split("=");
    const read = decoded(name);
    return value.length > 0 && (credentials.has(read) || secret.test(read)) ? `${name}=***` : pair;
  });
  return `?${shown.join("&")}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

/** Paths are aligned as far as the longest that there was, up to this. */
const widest = 48;

/** Lines of a log, aligned with those before. */
export function createLog(colors: Colors): (request: LoggedRequest) => string {
  let width = 16;
  return ({ method, path, status, milliseconds, operation, problems }) => {
    const shown = visible(path);
    width = Math.max(width, Math.min(shown.length, widest));
    const [first] = problems;
    const time = `${String(Math.round(milliseconds))} ms`.padStart(8);
    return [
      visible(method).padEnd(7),
      shown.padEnd(width),
      paint(status, colors),
      colors.dim(time),
      `  ${operation === null ? colors.dim(reason(status)) : visible(operation)}`,
      ...(first === undefined ? [] : [colors.yellow(` ${describe(problems.length, first)}`)]),
    ]
      .join(" ")
      .trimEnd();
  };
}

function paint(status: number | null, colors: Colors): string {
  if (status === null) return colors.dim("---");
  const text = String(status);
  if (status >= 500) return colors.red(text);
  return status >= 400 ? colors.yellow(text) : colors.green(text);
}

/** Why there is no operation. */
function reason(status: number | null): string {
  if (status === null) return "the caller did not wait";
  if (status === 404) return "no operation has this path";
  if (status === 405) return "the path has no such method";
  return status < 300 ? "answered by the mock itself" : "no operation";
}

function describe(count: number, { field, message }: MockRecord["problems"][number]): string {
  const what = visible(field === "" ? message : `${field} ${message}`);
  return count === 1 ? what : `${String(count)} problems: ${what}`;
}
