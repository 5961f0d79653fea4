/** Which calls a document asks for: each operation, once for each documented status and response media type. */
import { rawText } from "../../generator/model/binary-fixture.js";
import { fixtureBoundary } from "../../generator/model/body-fixtures.js";
import type { BodyFixture, Model, Operation, Response, ResponseContent } from "../../generator/model/model.js";
import { concreteMediaType } from "../../generator/model/content-kind.js";
import { fixturesKey } from "../../generator/view/fixtures-view.js";
import type { Omission } from "./outcome.js";

export interface PlannedCall {
  readonly operation: Operation;
  /** What the mock is asked for. */
  readonly status: number;
  /** The content that is asked for; null where the answer has none. */
  readonly content: ResponseContent | null;
  /** The key among the fixtures of the operation's responses. */
  readonly fixture: string;
  /** What is sent beside, or in place of, what is in the fixture of the request. */
  readonly input: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly where: string;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  readonly omissions: readonly Omission[];
}

/** The calls of all operations, in the order of the document, and what cannot be called. */
export function planCalls(model: Model): Plan {
  const plans = model.operations.map(planOperation);
  return { calls: plans.flatMap(({ calls }) => calls), omissions: plans.flatMap(({ omissions }) => omissions) };
}

function planOperation(operation: Operation): Plan {
  const name = operationName(operation);
  // https://fetch.spec.whatwg.org/#forbidden-method
  if (/^(trace|connect|track)$/i.test(operation.method)) {
    return { calls: [], omissions: [{ where: name, why: "fetch cannot send the method" }] };
  }
  if (operation.responses.length === 0) {
    return { calls: [], omissions: [{ where: name, why: "no response is documented" }] };
  }
  const plans = operation.responses.map((response): Plan => {
    const status = askedStatus(operation, response);
    if (status !== null) return planResponse(operation, response, status);
    const why = /^[2-5]XX$|^default$/.test(response.status)
      ? "every status that it stands for is documented itself"
      : "a Response cannot have the status";
    return { calls: [], omissions: [{ where: `${name} ${response.status}`, why }] };
  });
  const calls = plans.flatMap((plan) => plan.calls);
  const [first] = calls;
  const bodies = first === undefined ? [] : otherBodies(operation);
  return {
    calls: [
      ...calls,
      ...bodies.flatMap((input) =>
        first ? [{ ...first, input: { ...input }, where: `${first.where} of ${input.contentType}` }] : [],
      ),
    ],
    omissions: plans.flatMap(({ omissions }) => omissions),
  };
}

function planResponse(operation: Operation, response: Response, status: number): Plan {
  const where = `${operationName(operation)} ${response.status}`;
  const isEmpty = hasNoBody(status) || operation.method.toLowerCase() === "head" || response.contents.length === 0;
  const call = { operation, status, input: {} };
  if (isEmpty) return { calls: [{ ...call, content: null, fixture: response.status, where }], omissions: [] };
  const hidden = response.contents.filter(({ sentAs }) => sentAs === null);
  const calls = response.contents
    .filter(({ sentAs }) => sentAs !== null)
    .map((content) => {
      return { ...call, content, fixture: fixturesKey(response, content), where: `${where} ${content.mediaType}` };
    });
  const omissions = hidden.map(({ mediaType }) => {
    return { where: `${where} ${mediaType}`, why: "what stands for the range is documented itself" };
  });
  return { calls, omissions };
}

/** Inputs of the media types that the request fixture does not have: the first fixture of each. */
function otherBodies({ requestBody, request }: Operation): readonly OtherInput[] {
  if (requestBody === null) return [];
  const same = requestBody.mediaTypes.slice(1).map((contentType): OtherInput => ({ contentType }));
  const others = requestBody.others.flatMap((content) =>
    content.mediaTypes.flatMap((contentType): OtherInput[] => {
      const fixture = request.bodies.find((body) => body.content === content);
      return fixture?.value === undefined ? [] : [{ contentType, body: sentBody(fixture, contentType) }];
    }),
  );
  return [...same, ...others];
}

interface OtherInput {
  readonly contentType: string;
  readonly body?: unknown;
}

function sentBody({ content, value = "", bytes }: BodyFixture, contentType: string): unknown {
  const { encoding } = content;
  if (bytes !== null) return new Blob([rawText(value)], { type: concreteMediaType(contentType, "binary") });
  if (encoding.kind !== "raw") return value;
  if (encoding.content === "multipart")
    return { data: rawText(value), type: `${contentType}; boundary=${fixtureBoundary}` };
  return rawText(value);
}

function operationName({ method, path, id }: Operation): string {
  const text = path.map((segment) => (segment.kind === "text" ? segment.text : `{${segment.name}}`)).join("");
  return `${method.toUpperCase()} ${text} ${id}`;
}

/** RFC 9110, section 15; https://fetch.spec.whatwg.org/#null-body-status has no other that a Response may have. */
function hasNoBody(status: number): boolean {
  return [204, 205, 304].includes(status);
}

/** The lowest status that a response alone stands for; null where there is none that a `Response` can have. */
function askedStatus({ responses }: Operation, { status }: Response): number | null {
  if (/^\d+$/.test(status)) return Number(status) >= 200 && Number(status) <= 599 ? Number(status) : null;
  const documented = new Set(responses.map((response) => response.status));
  const own = (code: number) => !documented.has(String(code));
  const lowest = (hundred: number, isFree: (code: number) => boolean) =>
    Array.from({ length: 100 }, (_, index) => hundred * 100 + index).find(isFree) ?? null;
  if (/^[2-5]XX$/.test(status)) return lowest(Number(status.charAt(0)), own);
  if (status !== "default") return null;
  const hundreds = responses.some((response) => response.status.startsWith("2")) ? [5, 4, 3, 2] : [2, 5, 4, 3];
  const free = hundreds.filter((hundred) => !documented.has(`${hundred}XX`));
  return free.map((hundred) => lowest(hundred, own)).find((code) => code !== null) ?? null;
}
