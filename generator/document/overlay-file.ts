/** Reads an overlay file (OpenAPI Overlay 1.0 and 1.1) into a list of actions, or says what is wrong with it. */
import type { Diagnostics } from "../diagnostics.js";
import type { SourceFile } from "./document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { parseJsonPath, type Query } from "./json-path.js";
import { appendToken } from "./json-pointer.js";

/** The feature set: patch versions make no difference (https://spec.openapis.org/overlay/v1.1.0.html#versions). */
export type OverlayVersion = "1.0" | "1.1";

export interface Overlay {
  readonly version: OverlayVersion;
  readonly actions: readonly Action[];
}

export interface Action {
  /** Of the Action Object, in the overlay file. */
  readonly pointer: string;
  readonly target: Expression;
  readonly change: Change;
}

/** What an action does to each target node. */
export type Change =
  | { readonly kind: "remove" }
  | { readonly kind: "update"; readonly value: JsonValue }
  | { readonly kind: "copy"; readonly source: Expression };

/** A JSONPath expression as it was written, and as a query. */
export interface Expression {
  readonly text: string;
  readonly query: Query;
}

/**
 * Reads an overlay. Fields that no version knows are warnings, everything else that is not as specified is an error.
 * @returns the actions that do something, or null where an error was reported
 */
export function readOverlay(file: SourceFile, diagnostics: Diagnostics): Overlay | null {
  const reader: Reader = { uri: file.uri, diagnostics, failed: false };
  const root = file.value;
  if (!isJsonObject(root))
    return fail(reader, "", `an overlay that is ${nameKind(root)}`, "an object with `overlay`, `info` and `actions`");

  const version = readVersion(reader, member(root, "overlay"));
  readInfo(reader, member(root, "info"));
  warnOfUnknownFields(reader, root, "", ["overlay", "info", "extends", "actions"]);
  const actions = readActions(reader, member(root, "actions"), version);
  return reader.failed || version === null ? null : { version, actions };
}

/** A kind of value, with its article: `an array`. */
export function nameKind(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

interface Reader {
  readonly uri: string;
  readonly diagnostics: Diagnostics;
  /** Whether an error was reported. */
  failed: boolean;
}

/** Reports an error at a pointer of the file: what is there, and what the specification asks for. */
function fail(reader: Reader, pointer: string, found: string, expected: string): null {
  reader.failed = true;
  reader.diagnostics.add("overlay-invalid", { uri: reader.uri, pointer }, { found, expected });
  return null;
}

function readVersion(reader: Reader, value: JsonValue | undefined): OverlayVersion | null {
  if (value === undefined)
    return fail(reader, "", "an overlay without `overlay`", "the version, such as `overlay: 1.1.0`");
  const feature = typeof value === "string" ? /^(1\.[01])\.\d+$/.exec(value)?.[1] : undefined;
  if (feature === "1.0" || feature === "1.1") return feature;
  const found =
    typeof value === "string" || typeof value === "number" ? `the version ${JSON.stringify(value)}` : nameKind(value);
  return fail(reader, "/overlay", found, 'the version as a string, "1.0.0" or "1.1.0"');
}

function readInfo(reader: Reader, info: JsonValue | undefined): void {
  if (!isJsonObject(info)) {
    const found = info === undefined ? "an overlay without `info`" : `an \`info\` that is ${nameKind(info)}`;
    fail(reader, info === undefined ? "" : "/info", found, "an object with `title` and `version`");
    return;
  }
  for (const field of ["title", "version"]) {
    if (member(info, field) === undefined)
      fail(reader, "/info", `an \`info\` without \`${field}\``, `a \`${field}\` that is a string`);
  }
}

function readActions(
  reader: Reader,
  actions: JsonValue | undefined,
  version: OverlayVersion | null,
): readonly Action[] {
  if (isJsonArray(actions) && actions.length > 0) {
    return actions.flatMap((action, index) => readAction(reader, action, `/actions/${index}`, version) ?? []);
  }
  const found =
    actions === undefined
      ? "an overlay without `actions`"
      : isJsonArray(actions)
        ? "an empty list of `actions`"
        : `\`actions\` that are ${nameKind(actions)}`;
  fail(reader, actions === undefined ? "" : "/actions", found, "a list of at least one action");
  return [];
}

function readAction(reader: Reader, action: JsonValue, pointer: string, version: OverlayVersion | null): Action | null {
  if (!isJsonObject(action))
    return fail(reader, pointer, `an action that is ${nameKind(action)}`, "an object with a `target`");
  warnOfUnknownFields(reader, action, pointer, ["target", "description", "update", "remove", "copy"]);
  const target = readExpression(reader, action, pointer, "target");
  const change = readChange(reader, action, pointer, version);
  return target === null || change === null ? null : { pointer, target, change };
}

/** All fields but the target are optional: an action without any does nothing, which cannot be what was meant. */
function readChange(
  reader: Reader,
  action: JsonObject,
  pointer: string,
  version: OverlayVersion | null,
): Change | null {
  const remove = member(action, "remove");
  const update = member(action, "update");
  if (remove !== undefined && typeof remove !== "boolean") {
    return fail(reader, appendToken(pointer, "remove"), `a \`remove\` that is ${nameKind(remove)}`, "true or false");
  }
  if (member(action, "copy") !== undefined && version === "1.0") {
    return fail(
      reader,
      appendToken(pointer, "copy"),
      "`copy` in an overlay of version 1.0",
      "`overlay: 1.1.0`, which has this field",
    );
  }
  if (remove === true) return { kind: "remove" };
  if (member(action, "copy") !== undefined) {
    // Specified as "no impact if the other contains a value", for both: so neither has one.
    if (update !== undefined)
      return fail(reader, pointer, "an action with `update` and `copy`", "one of them (two actions do both)");
    const source = readExpression(reader, action, pointer, "copy");
    return source === null ? null : { kind: "copy", source };
  }
  if (update !== undefined) return { kind: "update", value: update };
  reader.diagnostics.add("overlay-action-idle", { uri: reader.uri, pointer }, {});
  return null;
}

function readExpression(
  reader: Reader,
  action: JsonObject,
  actionPointer: string,
  field: "target" | "copy",
): Expression | null {
  const text = member(action, field);
  const pointer = text === undefined ? actionPointer : appendToken(actionPointer, field);
  if (text === undefined)
    return fail(reader, pointer, `an action without \`${field}\``, "a JSONPath expression, such as `$.info`");
  if (typeof text !== "string")
    return fail(reader, pointer, `a \`${field}\` that is ${nameKind(text)}`, "a JSONPath expression");
  const parsed = parseJsonPath(text);
  if ("query" in parsed) return { text, query: parsed.query };
  reader.failed = true;
  reader.diagnostics.add(
    "json-path-invalid",
    { uri: reader.uri, pointer },
    { expression: text, problem: parsed.problem },
  );
  return null;
}

function warnOfUnknownFields(reader: Reader, object: JsonObject, pointer: string, known: readonly string[]): void {
  for (const field of Object.keys(object)) {
    if (known.includes(field) || field.startsWith("x-")) continue;
    reader.diagnostics.add(
      "overlay-field-unknown",
      { uri: reader.uri, pointer: appendToken(pointer, field) },
      { field, known },
    );
  }
}
