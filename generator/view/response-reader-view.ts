/** How the call of an operation reads a success that is a stream. */
import { essence } from "../document/media-type.js";
import type { Int64Shape } from "../model/int64.js";
import type { Operation, Response, ResponseContent } from "../model/model.js";
import { type Expression, joinCode, propertyKey, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import { int64Expression } from "./int64-view.js";
import { isStream, successesOf } from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";

/**
 * The call's member `read`, or null where no success is a stream; asks for the imports that it and the operation's types
 * need.
 */
export function responseReader(operation: Operation, imports: Imports): Expression | null {
  const readers = successesOf(operation).map((response) => ({ ...response, reader: readerOf(response, imports) }));
  const [first] = readers;
  if (first === undefined || readers.every(({ reader }) => reader === null)) return null;
  if (readers.every(({ reader }) => reader?.text === first.reader?.text)) return first.reader;
  // Several successes that are read in different ways: a status before a range.
  const ranges = readers.filter(({ status }) => !/^\d+$/.test(status));
  const exact = readers.filter(({ status }) => /^\d+$/.test(status));
  const call = (reader: Expression | null) => (reader === null ? ts`undefined` : ts`${reader}(response, explain)`);
  const last = call(ranges[0]?.reader ?? null);
  const choice = exact
    .map(({ status, reader }) => ({ status, value: call(reader) }))
    .filter(({ value }) => value.text !== last.text)
    .reduceRight(
      (otherwise, { status, value }) => ts`response.status === ${Number(status)} ? ${value} : ${otherwise}`,
      last,
    );
  return ts`(response, explain) => ${choice}`;
}

function readerOf(response: Response, imports: Imports): Expression | null {
  const readers = response.contents.flatMap((content) => {
    const reader = contentReader(content, imports);
    return reader === null ? [] : [{ type: essence(content.mediaType), reader }];
  });
  const [only] = readers;
  if (only === undefined) return null;
  if (response.contents.length === 1) return only.reader;
  imports.value("../../runtime/read-by-type.js", "readByType");
  const members = readers.map(({ type, reader }) => ts`${propertyKey(type)}: ${reader}`);
  return ts`readByType({ ${joinCode(members, ", ")} })`;
}

function contentReader(content: ResponseContent, imports: Imports): Expression | null {
  if (content.int64 !== null && isStream(content)) return int64Reader(content, content.int64, imports);
  if (content.kind === "lines") {
    imports.value("../../runtime/json-lines.js", "readJsonLines");
    return ts`readJsonLines`;
  }
  if (content.kind === "sequence") {
    imports.value("../../runtime/json-lines.js", "readJsonSequence");
    return ts`readJsonSequence`;
  }
  if (content.kind !== "events" || content.events === null) return null;
  const { describes, isJson, others } = content.events;
  imports.value("../../runtime/event-stream.js", "eventReader");
  if (describes === "data") imports.type("../../runtime/event-stream.js", "ServerSentEvent");
  return others.length === 0 ? ts`eventReader(${isJson})` : ts`eventReader(${isJson}, ${others})`;
}

/** A reader of a stream whose values have integers of 64 bits that are no numbers. */
function int64Reader({ kind, events }: ResponseContent, int64: Int64Shape, imports: Imports): Expression {
  const use = runtimeUser(imports, "../../runtime/");
  const shape = int64Expression(int64, use);
  const parse = ts`(text) => ${use("int64-json", "parseInt64")}(text, ${shape})`;
  if (events === null) {
    const read = use("json-lines", kind === "lines" ? "readJsonLines" : "readJsonSequence");
    return ts`((response, explain) => ${read}(response, explain, ${parse}))`;
  }
  if (events.describes === "data") imports.type("../../runtime/event-stream.js", "ServerSentEvent");
  const own = events.describes === "data" ? parse : ts`${use("int64-json", "int64EventParser")}(${shape})`;
  return ts`${use("event-stream", "eventReader")}(${events.isJson}, ${events.others}, ${own})`;
}

/** What `src/index.ts` exports beside the operations' types: the types of the runtime that these name. */
export function streamTypeExports(operations: readonly Operation[]): readonly Expression[] {
  const isNamed = operations.some((operation) =>
    successesOf(operation).some(({ contents }) => contents.some(({ events }) => events?.describes === "data")),
  );
  return isNamed ? [ts`export type { ServerSentEvent } from ${"./runtime/event-stream.js"};`] : [];
}
