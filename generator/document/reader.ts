/**
 * Reading typed values out of a document that may hold anything: each getter gives the value or says, once and at its
 * place, what stands there instead.
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { brokenReferenceOf } from "./broken-reference.js";
import { describeValue } from "./describe-value.js";
import { childOrigin, type Document } from "./document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { meantBoolean } from "./meant-value.js";

/** An object of the document, with its place. */
export interface Node {
  readonly value: JsonObject;
  readonly origin: Origin;
}

export interface Item {
  readonly key: string;
  readonly value: JsonValue;
  readonly origin: Origin;
}

/** How bad a wrong type is: `prose` is only read by people, `structure` decides what is generated. */
export type Weight = "prose" | "structure";

export interface Reader {
  readonly diagnostics: Diagnostics;
  readonly root: Node;
  originOf(node: Node, key: string): Origin;
  /** The text that a number or boolean without quotes was meant to be: as it is spelt. */
  spelling(value: number | bigint | boolean, place: Origin): string;
  text(node: Node, key: string, weight: Weight): string | null;
  flag(node: Node, key: string): boolean | null;
  object(node: Node, key: string, weight?: Weight): Node | null;
  /** The members of the object at `key`, in document order, without extensions where `skipExtensions`. */
  members(node: Node, key: string): readonly Item[];
  /** The items of the list at `key`. */
  items(node: Node, key: string): readonly Item[];
  /** A member or item as an object; anything else is reported, unless it stands in for a broken reference, which was. */
  asNode(item: Item): Node | null;
}

/** A reader of this document; what it finds wrong goes to `diagnostics`. */
export function createReader(document: Document, diagnostics: Diagnostics): Reader {
  const originOf = (node: Node, key: string) => childOrigin(document.grafts, node.value, node.origin, key);
  const mismatch = (origin: Origin, key: string, value: JsonValue, expected: string, weight: Weight) => {
    const code = weight === "prose" ? "prose-type-mismatch" : "value-type-mismatch";
    diagnostics.add(code, origin, { key, found: describeValue(value), expected });
  };
  /** The member, where it passes `accept`; null where it is absent, or after a report. */
  function read<T extends JsonValue>(
    node: Node,
    key: string,
    expected: string,
    weight: Weight,
    accept: (value: JsonValue) => value is T,
  ): T | null {
    const value = member(node.value, key);
    if (value === undefined || brokenReferenceOf(value) !== null) return null;
    if (accept(value)) return value;
    // `description:` with nothing after it is YAML for null, and means absent.
    if (value !== null) mismatch(originOf(node, key), key, value, expected, weight);
    return null;
  }
  const childrenOf = (node: Node, key: string, container: JsonObject | readonly JsonValue[]): readonly Item[] => {
    const origin = originOf(node, key);
    return Object.entries(container).map(([child, value]) => ({
      key: child,
      value,
      origin: childOrigin(document.grafts, container, origin, child),
    }));
  };
  const spelling: Reader["spelling"] = (value, { uri, pointer }) =>
    document.files.get(uri)?.spelling?.(pointer) ?? String(value);
  return {
    diagnostics,
    root: { value: document.value, origin: document.root },
    originOf,
    spelling,
    text(node, key, weight) {
      const value = member(node.value, key);
      if (typeof value !== "number" && typeof value !== "bigint" && typeof value !== "boolean")
        return read(node, key, "a string", weight, (text) => typeof text === "string");
      const place = originOf(node, key);
      const text = spelling(value, place);
      const meant = `${key}: ${JSON.stringify(text)}`;
      diagnostics.add("value-read-as", place, { key, found: describeValue(value, text), expected: "a string", meant });
      return text;
    },
    flag(node, key) {
      const meant = meantBoolean(member(node.value, key));
      if (meant === null) return read(node, key, "true or false", "structure", (value) => typeof value === "boolean");
      const found = describeValue(member(node.value, key) ?? null);
      const expected = "true or false";
      diagnostics.add("value-read-as", originOf(node, key), {
        key,
        found,
        expected,
        meant: `${key}: ${String(meant)}`,
      });
      return meant;
    },
    object(node, key, weight = "structure") {
      const value = read(node, key, "an object", weight, isJsonObject);
      return value && { value, origin: originOf(node, key) };
    },
    members(node, key) {
      const value = read(node, key, "an object", "structure", isJsonObject);
      return value === null ? [] : childrenOf(node, key, value);
    },
    items(node, key) {
      const value = read(node, key, "a list", "structure", isJsonArray);
      return value === null ? [] : childrenOf(node, key, value);
    },
    asNode({ key, value, origin }) {
      if (brokenReferenceOf(value) !== null) return null;
      if (isJsonObject(value)) return { value, origin };
      mismatch(origin, key, value, "an object", "structure");
      return null;
    },
  };
}
