/** The type of an operation's outcome as a value. */
import type { Operation, Response, ResponseContent } from "../model/model.js";
import { type Expression, type Identifier, joinCode, propertyKey, ts } from "./code.js";
import type { ContentType } from "./response-contents.js";

/** The types that bodies have, and those of the contents, some of which are streams. */
export interface BodyTypes {
  readonly bodies: ReadonlyMap<Response, Identifier>;
  readonly contents: ReadonlyMap<ResponseContent, ContentType>;
}

/**
 * The outcome by status: what is documented, then what is not, told apart by the status.
 * @param runtimeType asks for a type of `runtime/api-promise.ts`
 */
export function resultType(
  operation: Operation,
  successes: readonly Response[],
  { bodies, contents }: BodyTypes,
  runtimeType: (name: string) => Identifier,
): Expression {
  const failures = operation.responses.filter((response) => !successes.includes(response));
  const bodyOf = (response: Response | undefined) => (response && bodies.get(response)) ?? ts`unknown`;
  const exact = failures.map(({ status }) => status).filter((status) => /^\d+$/.test(status));
  const literals = (statuses: readonly string[]) => statuses.map((status) => ts`${Number(status)}`);
  const ranges = failures.flatMap((response) => {
    const name = rangeTypes[response.status];
    return name === undefined ? [] : [{ response, name: runtimeType(name) }];
  });
  const without = (statuses: Expression | Identifier, covered: readonly (Expression | Identifier)[]) =>
    covered.length === 0 ? statuses : ts`Exclude<${statuses}, ${joinCode(covered, " | ")}>`;
  const rest = without(runtimeType("ErrorStatus"), [...literals(exact), ...ranges.map(({ name }) => name)]);
  const success = runtimeType("Success");
  const failure = runtimeType("Failure");
  const shared = operation.responses.find(({ status }) => status === "default");
  // Success and failure may share `default`; where it is a stream, an error is none.
  const isStreamed = shared?.contents.some((content) => contents.get(content)?.item != null) ?? false;
  const other = isStreamed ? ts`unknown` : bodyOf(shared);
  const isExact = ({ status }: Response) => /^\d+$/.test(status);
  const known = literals(successes.filter(isExact).map(({ status }) => status));
  const parts = [
    ...successes.map((response) => {
      const status = isExact(response)
        ? ts`${Number(response.status)}`
        : ts`${without(runtimeType("SuccessStatus"), known)}`;
      return ts`${success}<${status}, ${bodyOf(response)}${headersOf(response)}>`;
    }),
    ...(successes.length === 0 ? [ts`${success}<${runtimeType("SuccessStatus")}, unknown>`] : []),
    ...failures.flatMap((response) => {
      const { status } = response;
      const body = ts`${bodyOf(response)}${headersOf(response)}`;
      return /^\d+$/.test(status) ? [ts`${failure}<${Number(status)}, ${body}>`] : [];
    }),
    ...ranges.map(({ response, name }) => {
      const inside = exact.filter((status) => status.startsWith(response.status.charAt(0)));
      return ts`${failure}<${without(name, literals(inside))}, ${bodyOf(response)}${headersOf(response)}>`;
    }),
    ts`${failure}<${rest}, ${other}${shared === undefined ? ts`` : headersOf(shared)}>`,
    runtimeType("NotSent"),
  ];
  return joinCode(parts, " | ");
}

/** The type argument of a response's headers: those that it has by name, which are text. */
function headersOf({ headers }: Response): Expression {
  // As the document spells them, and as `fetch` does.
  const known = new Map(
    headers.flatMap((header) => [header.name, header.name.toLowerCase()].map((name) => [name, header])),
  );
  const members = [...known].map(
    ([name, { required }]) => ts`${propertyKey(name)}: ${required ? ts`string` : ts`string | null`}`,
  );
  return members.length === 0 ? ts`` : ts`, { ${joinCode(members, "; ")} }`;
}

/** The runtime's types for ranges of statuses. */
const rangeTypes: Readonly<Record<string, string>> = {
  "3XX": "RedirectStatus",
  "4XX": "ClientErrorStatus",
  "5XX": "ServerErrorStatus",
};
