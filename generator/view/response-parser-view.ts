/** How the call of an operation reads answers whose JSON has integers of 64 bits or dates. */
import { essence, isMediaRange } from "../document/media-type.js";
import { convertedKinds } from "../model/converted-kinds.js";
import { joinShapes } from "../model/join-shapes.js";
import type { Operation, Response } from "../model/model.js";
import type { ValueShape } from "../model/value-shape.js";
import { type Expression, joinCode, propertyKey, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import { contentsInTurn } from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";
import { parserOf, shapeExpression } from "./value-shape-view.js";

/** What answers of a status have, or those of one media type. */
interface Entry {
  /** `200`, `4XX`, `default`; of a media type `200 application/problem+json`. */
  readonly key: string;
  readonly shape: ValueShape | null;
}

/**
 * The call's member `parse`, or null where every value of an answer's JSON is in code what it is there; asks for the
 * imports that it needs.
 */
export function responseParser(operation: Operation, imports: Imports): Expression | null {
  const byStatus = new Map(operation.responses.map((response) => [response.status, entriesOf(response)]));
  const entries = [...byStatus].flatMap(([status, own]) => {
    const next = rangesOf(status).find((range) => hasEntries(byStatus.get(range)));
    // What says nothing would be read as what its range, or `default`, has.
    return hasShape(own) || hasShape(byStatus.get(next ?? "")) ? own : [];
  });
  if (!hasShape(entries)) return null;
  const use = runtimeUser(imports, "../../runtime/");
  const parser = entries.some(({ key }) => key.includes(" "))
    ? use("media-type-parser", "mediaTypeParser")
    : use("answer-parser", "answerParser");
  const parse = parserOf(
    entries.flatMap(({ shape }) => shape ?? []),
    use,
  );
  const members = entries.map(
    ({ key, shape }) => ts`${propertyKey(key)}: ${shape === null ? ts`null` : shapeExpression(shape, use)}`,
  );
  return ts`${parser}(${parse}, { ${joinCode(members, ", ")} })`;
}

/** One for the status, as its preferred media type has it, and those of the media types that have it otherwise. */
function entriesOf(response: Response): readonly Entry[] {
  const shapes = new Map<string, (ValueShape | null)[]>();
  for (const { kind, mediaType, shape } of contentsInTurn(response)) {
    if (kind !== "json") continue;
    const type = essence(mediaType);
    shapes.set(type, [...(shapes.get(type) ?? []), shape]);
  }
  const types = [...shapes].map(([type, several]) => ({ type, shape: anyOf(several) }));
  const [preferred] = types;
  if (preferred === undefined) return [];
  const { status } = response;
  const isOther = ({ shape }: { readonly shape: ValueShape | null }) =>
    JSON.stringify(shape) !== JSON.stringify(preferred.shape);
  // A range would take in those that have what the status has.
  const hasOtherRange = types.some(({ type, shape }) => isMediaRange(type) && isOther({ shape }));
  const listed = types.filter((each) => hasOtherRange || isOther(each));
  return [
    { key: status, shape: preferred.shape },
    ...listed.map(({ type, shape }) => ({ key: `${status} ${type}`, shape })),
  ];
}

/** Of media types that differ in parameters alone, which nobody compares: the data is one of several, as in a union. */
function anyOf(shapes: readonly (ValueShape | null)[]): ValueShape | null {
  const distinct = [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
  const joined = joinShapes(distinct);
  const isOpen = joined !== null && distinct.length > 1 && convertedKinds(joined).dates;
  return isOpen ? joinShapes([...distinct, { kind: "anyText" }]) : joined;
}

/** What counts for a status that is not documented itself. */
function rangesOf(status: string): readonly string[] {
  return [...(/^\d+$/.test(status) ? [`${status.charAt(0)}XX`] : []), ...(status === "default" ? [] : ["default"])];
}

function hasEntries(entries: readonly Entry[] = []): boolean {
  return entries.length > 0;
}

function hasShape(entries: readonly Entry[] = []): boolean {
  return entries.some(({ shape }) => shape !== null);
}
