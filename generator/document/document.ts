/**
 * The first value of the pipeline: a document as data, with a way back to where each node was written. `load` makes
 * one, `overlay` and `resolve` turn one into another.
 */
import type { Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { appendToken, parsePointer } from "./json-pointer.js";

/** A file that was read. */
export interface SourceFile {
  /** As the user would name it: relative to the working directory, with forward slashes. */
  readonly uri: string;
  /** Decoded, without byte order mark, line ends as they were. */
  readonly text: string;
  readonly value: JsonValue;
  /** Where integers stand that a number does not hold exactly, bounds of schemas left out. */
  readonly longIntegers: readonly LongInteger[];
  /** Line and column (from 1, in UTF-16 units) of the key at a pointer (of the item, in an array), or of its nearest ancestor that is there. */
  readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
  /** The number, boolean or null at a pointer as it is spelt, or null where there is none or nobody knows. */
  readonly spelling?: (pointer: string) => string | null;
}

export interface LongInteger {
  readonly line: number;
  readonly column: number;
  readonly digits: string;
}

export interface Document {
  readonly root: Origin;
  readonly value: JsonObject;
  /** Children that were written elsewhere than their parent: what an overlay put in or moved, what a reference brought. */
  readonly grafts: Grafts;
  /** Every file that has a part in it, by uri: the document first, then overlays, then what references led to. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** For a container (by identity): the origin of those children that do not stand at their own pointer. */
export type Grafts = ReadonlyMap<object, ReadonlyMap<string, Origin>>;

/** The document that a file holds, untouched. */
export function documentOf(file: SourceFile, value: JsonObject): Document {
  return { root: { uri: file.uri, pointer: "" }, value, grafts: new Map(), files: new Map([[file.uri, file]]) };
}

/** Where the child `key` of `container` was written, given where the container was. */
export function childOrigin(grafts: Grafts, container: object, origin: Origin, key: string | number): Origin {
  return grafts.get(container)?.get(String(key)) ?? { uri: origin.uri, pointer: appendToken(origin.pointer, key) };
}

/** Where the node at a pointer of the document was written. Follows the pointer as far as there are nodes. */
export function originAt(document: Document, pointer: string): Origin {
  let origin = document.root;
  let node: JsonValue | undefined = document.value;
  for (const token of parsePointer(pointer) ?? []) {
    if (!isJsonObject(node) && !isJsonArray(node)) break;
    origin = childOrigin(document.grafts, node, origin, token);
    node = member(node, token);
  }
  return origin;
}
