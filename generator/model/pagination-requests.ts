/** The fields of a request that may say which page is meant, by their names and types. */
import { type Field, isOfType } from "./pagination-fields.js";
import { cursorNames, cursorNamesInPairs, endNames, offsetNames, pageNames, sizeNames } from "./pagination-names.js";

/** False for what is deep in an object that is about something else, such as a filter. */
export function isPlain({ around }: Field): boolean {
  return around.every((words) => words.startsWith("pag"));
}

/** By its own name, or together with that of the object around it: `number` in `page`. */
function isCalled({ words, around }: Field, names: ReadonlySet<string>): boolean {
  return names.has(words) || names.has([...around, words].join(""));
}

/** True for a field that is called as something that says which page is meant. */
export function mayBePosition(field: Field): boolean {
  return (
    isPlain(field) && [pageNames, offsetNames, cursorNames, cursorNamesInPairs].some((names) => isCalled(field, names))
  );
}

/** True for a number that is called a page. */
export function isPage(field: Field): boolean {
  return isCalled(field, pageNames) && isOfType(field, "integer", "number");
}

/** An offset is one only beside the size of a page: `start` alone may be anything. */
export function offsetField(request: readonly Field[]): Field | undefined {
  const isSized = sizeField(request) !== undefined;
  return isSized ? request.find((field) => isOffset(field, request)) : undefined;
}

/** A number that is no time: neither by what is said of it, nor as the start of what has an end. */
function isOffset(field: Field, request: readonly Field[]): boolean {
  if (!isCalled(field, offsetNames) || !isOfType(field, "integer", "number")) return false;
  return !isTime(field) && (field.words !== "start" || !request.some(({ words }) => endNames.has(words)));
}

/** True where a field is said to be a time, or counts something else than items. */
export function isTime({ facts: { description } }: Field): boolean {
  return typeof description === "string" && aboutTime.test(description);
}

const aboutTime = /\b(?:time ?stamps?|time ?zones?|epoch|unix|utc|dates?|seconds|milliseconds|bytes?)\b/i;

/** The number of items in a page. */
export function sizeField(request: readonly Field[]): Field | undefined {
  return request.find((field) => isCalled(field, sizeNames) && isOfType(field, "integer", "number"));
}

/** True for a text, or a number, by a name that cursors have. A date is a filter. */
export function isCursor(field: Field, beside: readonly Field[]): boolean {
  if (!isOfType(field, "string") && !isOfType(field, "integer", "number")) return false;
  if (field.facts["format"] === "date" || field.facts["format"] === "date-time") return false;
  return (
    isCalled(field, cursorNames) ||
    (cursorNamesInPairs.has(field.words) &&
      isOfType(field, "string") &&
      beside.some((next) => next.words === `next${field.words}`))
  );
}
