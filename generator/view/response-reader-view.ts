/** How the call of an operation reads its answers. */
import { essence, isMediaRange } from "../document/media-type.js";
import type { Operation, Response, ResponseContent } from "../model/model.js";
import { type Expression, joinCode, propertyKey, ts } from "./code.js";
import { answerFormNames, answerForms } from "./form-view.js";
import type { Imports } from "./import-lines.js";
import { parserOf, shapeExpression } from "./value-shape-view.js";
import {
  acceptOf,
  awaitedContents,
  type ContentType,
  isStream,
  streamContents,
  successesOf,
} from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";

/** The statuses that a success may have, where the document lists them; null for any. */
export function successStatuses(operation: Operation): readonly number[] | null {
  const statuses = successesOf(operation).map(({ status }) => status);
  return statuses.length > 0 && statuses.every((status) => /^\d+$/.test(status)) ? statuses.map(Number) : null;
}

/** The call's member `read`, or null where all answers are JSON; asks for the imports that it needs. */
export function responseReader(operation: Operation, forms: AnswerForms, imports: Imports): Expression | null {
  const use = runtimeUser(imports, "../../runtime/");
  const successes = successesOf(operation);
  const empty = successes.filter(({ contents }) => contents.length === 0);
  // These cannot have a body.
  const silent = empty.map(({ status }) => status).filter((status) => !/^20[45]$/.test(status));
  const kinds = new Set(operation.responses.flatMap(awaitedContents).map(({ kind }) => kind));
  const reader = () => {
    const isAny = acceptOf(operation).split(", ").some(isMediaRange) && operation.method !== "head";
    // Whose forms have no JSON beside them, its answers are no JSON.
    const isForm = kinds.has("form") && !kinds.has("json");
    if (kinds.has("text") || kinds.has("binary") || isForm || isAny) return ts`${use("read-body", "readBody")}`;
    return successes.flatMap(awaitedContents).some(isStream) ? ts`${use("read-text", "readText")}` : null;
  };
  const exact = silent.filter((status) => /^\d+$/.test(status)).map(Number);
  const read = kinds.has("form") ? formReader(operation, forms, reader(), imports) : reader();
  // Errors may be bytes all the same.
  if (silent.length > 0 && empty.length === successes.length && read === null) return ts`${use("no-body", "noBody")}`;
  if (exact.length === 0) return read;
  return ts`${use("no-body", "noBodyOf")}(${exact}${read === null ? ts`` : ts`, ${read}`})`;
}

/** The forms of an operation's answers. */
export interface AnswerForms {
  /** The types of contents. */
  readonly types: ReadonlyMap<ResponseContent, ContentType>;
  /** The module that has the decoders. */
  readonly formModule: string;
}

/** The reader of forms by the status of the answer. */
function formReader(
  operation: Operation,
  { types, formModule }: AnswerForms,
  others: Expression | null,
  imports: Imports,
): Expression {
  const use = runtimeUser(imports, "../../runtime/");
  const decoders = answerForms(operation, types).map(({ response, body }) => {
    const { decoder } = answerFormNames(body);
    imports.value(formModule, decoder.text);
    return ts`${propertyKey(response.status)}: ${decoder}`;
  });
  return ts`${use("form-answer", "formAnswer")}({ ${joinCode(decoders, ", ")} }${others === null ? ts`` : ts`, ${others}`})`;
}

/** The call's member `streams`, or null where no success is one; asks for the imports that it needs. */
export function streamsMember(operation: Operation, imports: Imports): Expression | null {
  const contents = streamContents(operation);
  if (contents.length === 0) return null;
  const members = new Map(contents.map((content) => [essence(content.mediaType), streamMember(content, imports)]));
  return ts`[${joinCode([...members.values()], ", ")}]`;
}

function streamMember({ mediaType, kind, events, shape }: ResponseContent, imports: Imports): Expression {
  const use = runtimeUser(imports, "../../runtime/");
  const members = [ts`type: ${essence(mediaType)}`, ts`as: ${kind}`];
  if (events?.isJson === true) members.push(ts`isJson: ${true}`);
  if (events !== null && events.others.length > 0) members.push(ts`others: ${events.others}`);
  if (shape !== null) {
    const parser = parserOf([shape], use);
    const where = shapeExpression(shape, use);
    const parse =
      events?.describes === "event"
        ? ts`${use("event-parser", "eventParser")}(${parser}, ${where})`
        : ts`(text) => ${parser}(text, ${where})`;
    members.push(ts`parse: ${parse}`);
  }
  return ts`{ ${joinCode(members, ", ")} }`;
}

/** Whether what `stream()` gives of a response names the type of an event. */
export function namesEvents(operation: Operation): boolean {
  const hasEvents = ({ contents }: Response) => contents.some(({ events }) => events?.describes === "data");
  return successesOf(operation).some(hasEvents);
}
