/** Applies the actions of an OpenAPI Overlay to a document: https://spec.openapis.org/overlay/v1.1.0.html */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { Document, SourceFile } from "./document.js";
import {
  append,
  changeSelected,
  type Conflict,
  type GrowingGrafts,
  isPrimitive,
  merge,
  type Placed,
  placedChild,
  selectionOf,
} from "./document-edit.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import { selectNodes, type SelectedNode } from "./json-path.js";
import { appendToken, formatPointer } from "./json-pointer.js";
import { type Action, type Expression, nameKind, type OverlayVersion, readOverlay } from "./overlay-file.js";

/**
 * Applies an overlay (version 1.0 or 1.1). Neither the document nor the overlay is changed; what stays as it is, is shared.
 * @param document what to change; it may have had overlays before
 * @param overlay the overlay as it was read
 * @param diagnostics gets every problem, placed in the overlay; a target that selects nothing is a warning
 * @returns the changed document, with the overlay among its files and every node's origin kept; null after an error
 */
export function applyOverlay(document: Document, overlay: SourceFile, diagnostics: Diagnostics): Document | null {
  const read = readOverlay(overlay, diagnostics);
  if (read === null) return null;

  const context: Context = { uri: overlay.uri, version: read.version, grafts: new Map(document.grafts), diagnostics };
  let failed = false;
  let root: Placed = { value: document.value, origin: document.root };
  for (const action of read.actions) {
    const changed = applyAction(context, root, action);
    if (changed === null) failed = true;
    else root = changed;
  }
  if (failed) return null;
  if (!isJsonObject(root.value)) throw new Error("An overlay made something else than an object of the document.");
  const files = new Map([...document.files, [overlay.uri, overlay]]);
  return { root: document.root, value: root.value, grafts: context.grafts, files };
}

interface Context {
  /** Of the overlay. */
  readonly uri: string;
  readonly version: OverlayVersion;
  readonly grafts: GrowingGrafts;
  readonly diagnostics: Diagnostics;
}

/** @returns the document with the action applied, or null after an error */
function applyAction(context: Context, root: Placed, action: Action): Placed | null {
  const place = { uri: context.uri, pointer: appendToken(action.pointer, "target") };
  const targets = selectNodes(root.value, action.target.query);
  if (targets.length === 0) {
    // "If the target JSONPath expression selects zero nodes, the action succeeds."
    context.diagnostics.add("overlay-target-unmatched", place, { target: action.target.text });
    return root;
  }
  if (action.change.kind === "remove") return remove(context, root, targets, place);

  if (!areTargetsSound(context, targets, action.target.text, place)) return null;
  if (action.change.kind === "update") {
    const origin = { uri: context.uri, pointer: appendToken(action.pointer, "update") };
    return put(context, root, targets, { value: action.change.value, origin }, null);
  }
  const copyPlace = { uri: context.uri, pointer: appendToken(action.pointer, "copy") };
  const source = findSource(context, root, action.change.source, copyPlace);
  if (source === null) return null;
  return source === "nothing" ? root : put(context, root, targets, source, copyPlace);
}

function remove(context: Context, root: Placed, targets: readonly SelectedNode[], place: Origin): Placed | null {
  if (targets.some(({ tokens }) => tokens.length === 0)) {
    context.diagnostics.add("overlay-root-removed", place, {});
    return null;
  }
  // 1.0: "Primitive-valued items of an array cannot be replaced or removed individually". A primitive property can: the
  // specification's own compliance set "remove-example" removes one.
  const item = context.version === "1.0" ? targets.find((target) => isPrimitiveItem(root.value, target)) : undefined;
  if (item !== undefined) {
    context.diagnostics.add("overlay-target-primitive", place, { at: formatPointer(item.tokens) });
    return null;
  }
  return changeSelected(context.grafts, root, selectionOf(targets.map(({ tokens }) => tokens)), () => null);
}

function isPrimitiveItem(root: JsonValue, { tokens, value }: SelectedNode): boolean {
  return isPrimitive(value) && isJsonArray(tokens.slice(0, -1).reduce<JsonValue | undefined>(member, root));
}

/** Whether the targets of an update or copy are of kinds that the version allows. */
function areTargetsSound(context: Context, targets: readonly SelectedNode[], text: string, place: Origin): boolean {
  if (context.version === "1.0") {
    const primitive = targets.find(({ value }) => isPrimitive(value));
    if (primitive === undefined) return true;
    context.diagnostics.add("overlay-target-primitive", place, { at: formatPointer(primitive.tokens) });
    return false;
  }
  const kinds = new Set(
    targets.map(({ value }) => (isPrimitive(value) ? "primitives" : isJsonArray(value) ? "arrays" : "objects")),
  );
  if (kinds.size === 1) return true;
  context.diagnostics.add("overlay-targets-mixed", place, { target: text, kinds: [...kinds] });
  return false;
}

function findSource(context: Context, root: Placed, source: Expression, place: Origin): Placed | "nothing" | null {
  const [only, ...more] = selectNodes(root.value, source.query);
  if (only === undefined) {
    context.diagnostics.add("overlay-target-unmatched", place, { target: source.text });
    return "nothing";
  }
  if (more.length > 0) {
    context.diagnostics.add("overlay-copy-ambiguous", place, { source: source.text, count: more.length + 1 });
    return null;
  }
  return only.tokens.reduce<Placed>((node, token) => {
    const child = placedChild(context.grafts, node, token);
    if (child === undefined) throw new Error("A selected node is not in the document.");
    return child;
  }, root);
}

/**
 * Merges a value into each target; anything but an array is appended to a target that is an array.
 * @param conflictPlace where conflicts are reported; null for the place of the part of the update that conflicts
 */
function put(
  context: Context,
  root: Placed,
  targets: readonly SelectedNode[],
  source: Placed,
  conflictPlace: Origin | null,
): Placed | null {
  const conflicts: Conflict[] = [];
  const selection = selectionOf(targets.map(({ tokens }) => tokens));
  const result = changeSelected(context.grafts, root, selection, (target) =>
    isJsonArray(target.value) && !isJsonArray(source.value)
      ? append(context.grafts, target, [source])
      : merge(context.grafts, target, source, conflicts),
  );
  // One report for each part of the update: a wildcard may select thousands of targets that all conflict with it.
  const reported = new Set<string>();
  for (const conflict of conflicts) {
    if (reported.has(conflict.source.origin.pointer)) continue;
    reported.add(conflict.source.origin.pointer);
    context.diagnostics.add("overlay-merge-conflict", conflictPlace ?? conflict.source.origin, {
      incoming: nameKind(conflict.source.value),
      present: nameKind(conflict.target.value),
      uri: conflict.target.origin.uri,
      pointer: conflict.target.origin.pointer,
    });
  }
  return conflicts.length > 0 ? null : result;
}
