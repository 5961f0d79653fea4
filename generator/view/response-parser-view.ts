/** How the call of an operation reads answers whose JSON has integers of 64 bits. */
import { essence, isMediaRange } from "../document/media-type.js";
import type { Int64Shape } from "../model/int64.js";
import type { Operation, Response } from "../model/model.js";
import { type Expression, joinCode, propertyKey, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import { int64Expression } from "./int64-view.js";
import { contentsInTurn } from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";

/** What answers of a status have, or those of one media type. */
interface Entry {
  /** `200`, `4XX`, `default`; of a media type `200 application/problem+json`. */
  readonly key: string;
  readonly shape: Int64Shape | null;
}

/**
 * The call's member `parse`, or null where no answer has integers of 64 bits in JSON that are no numbers; asks for the
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
    ? use("int64-type-parser", "int64TypeParser")
    : use("int64-json", "int64Parser");
  const members = entries.map(
    ({ key, shape }) => ts`${propertyKey(key)}: ${shape === null ? ts`null` : int64Expression(shape, use)}`,
  );
  return ts`${parser}({ ${joinCode(members, ", ")} })`;
}

/** One for the status, as its preferred media type has it, and those of the media types that have it otherwise. */
function entriesOf(response: Response): readonly Entry[] {
  const shapes = new Map<string, (Int64Shape | null)[]>();
  for (const { kind, mediaType, int64 } of contentsInTurn(response)) {
    if (kind !== "json") continue;
    const type = essence(mediaType);
    shapes.set(type, [...(shapes.get(type) ?? []), int64]);
  }
  const types = [...shapes].map(([type, several]) => ({ type, shape: anyOf(several) }));
  const [preferred] = types;
  if (preferred === undefined) return [];
  const { status } = response;
  const isOther = ({ shape }: { readonly shape: Int64Shape | null }) =>
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
function anyOf(shapes: readonly (Int64Shape | null)[]): Int64Shape | null {
  const present = shapes.filter((shape) => shape !== null);
  const [only] = present;
  return present.length > 1 ? { kind: "all", shapes: present } : (only ?? null);
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
