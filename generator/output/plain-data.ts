/** Whether what code of the user's has returned can be looked at: looking runs no code of theirs, and comes to an end. */
import { types } from "node:util";
import { isCode } from "../view/code.js";

/** What was found in words, with where it stands: "a getter at [0].name". */
export type PlainData =
  | {
      readonly ok: true;
      /** How many values there are when it is printed: what stands in it twice counts twice. */
      readonly parts: number;
    }
  | { readonly ok: false; readonly found: string };

/** Levels: of documents there are 256, and views put a few around them. */
const MAX_DEPTH = 500;

/**
 * Walks data, once: lists and objects hold no proxies, getters, gaps or circles. What is no data (functions, instances of
 * classes) is left for whoever prints to refuse, and not looked into.
 */
export function checkPlainData(value: unknown): PlainData {
  const known = new Map<object, number>();
  const within = new Set<object>();
  let found: string | null = null;
  const refuse = (what: string, path: string): number => {
    found ??= path === "" ? what : `${what} at ${path}`;
    return 0;
  };

  function count(data: unknown, path: string): number {
    if (found !== null || typeof data !== "object" || data === null || isCode(data)) {
      return typeof data === "function" && types.isProxy(data) ? refuse("a proxy", path) : 1;
    }
    if (types.isProxy(data)) return refuse("a proxy", path);
    if (!isData(data)) return 1;
    if (within.has(data)) return refuse("a circle", path);
    const before = known.get(data);
    if (before !== undefined) return before;
    if (within.size >= MAX_DEPTH) return refuse(`more than ${String(MAX_DEPTH)} levels`, "");
    within.add(data);
    const parts = Array.isArray(data) ? countItems(data, path) : countMembers(data, path);
    within.delete(data);
    known.set(data, parts);
    return parts;
  }

  function countItems(list: readonly unknown[], path: string): number {
    // It is spread and mapped as any list is.
    if (Object.getPrototypeOf(list) !== Array.prototype || Object.getOwnPropertySymbols(list).length > 0)
      return refuse("a list with members of its own", path);
    let parts = 1;
    for (let at = 0; at < list.length && found === null; at += 1)
      parts += countMember(list, String(at), `${path}[${String(at)}]`);
    return parts;
  }

  function countMembers(object: object, path: string): number {
    return Object.keys(object).reduce((parts, key) => parts + countMember(object, key, `${path}.${key}`), 1);
  }

  function countMember(object: object, key: string, path: string): number {
    const member = Object.getOwnPropertyDescriptor(object, key);
    if (member === undefined) return refuse("a gap", path);
    return "value" in member ? count(member.value, path) : refuse("a getter", path);
  }

  const parts = count(value, "");
  return found === null ? { ok: true, parts } : { ok: false, found };
}

/** Lists and objects as literals make them; nothing else is walked. */
function isData(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Array.isArray(object);
}
