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
const MAX_LEVELS = 500;

/**
 * Walks data, once: lists and objects hold no proxies, getters, gaps or circles. What is no data (functions, instances of
 * classes) is left for whoever prints to refuse, and not looked into.
 */
export function checkPlainData(value: unknown): PlainData {
  const known = new Map<object, Size>();
  const within = new Set<object>();
  const refused: string[] = [];
  const refuse = (what: string, path: string): Size => {
    refused.push(path === "" ? what : `${what} at ${path}`);
    return single;
  };

  function sizeOf(data: unknown, path: string): Size {
    if (types.isProxy(data)) return refuse("a proxy", path);
    if (typeof data !== "object" || data === null || isCode(data) || !isData(data)) return single;
    if (within.has(data)) return refuse("a circle", path);
    const size = known.get(data) ?? sizeOfMembers(data, path);
    known.set(data, size);
    return within.size + size.levels > MAX_LEVELS ? refuse(`more than ${String(MAX_LEVELS)} levels`, "") : size;
  }

  function sizeOfMembers(data: object, path: string): Size {
    // It is spread and mapped as any list is.
    if (Array.isArray(data) && (Object.getPrototypeOf(data) !== Array.prototype || hasSymbols(data)))
      return refuse("a list with members of its own", path);
    if (within.size >= MAX_LEVELS) return { parts: 1, levels: 1 };
    within.add(data);
    let [parts, levels] = [1, 0];
    for (const key of keysOf(data)) {
      const inner = sizeOfMember(data, key, Array.isArray(data) ? `${path}[${key}]` : `${path}.${key}`);
      if (refused.length > 0) break;
      parts += inner.parts;
      levels = Math.max(levels, inner.levels);
    }
    within.delete(data);
    return { parts, levels: levels + 1 };
  }

  function sizeOfMember(data: object, key: string, path: string): Size {
    const member = Object.getOwnPropertyDescriptor(data, key);
    if (member === undefined) return refuse("a gap", path);
    return "value" in member ? sizeOf(member.value, path) : refuse("a getter", path);
  }

  const { parts } = sizeOf(value, "");
  const [found] = refused;
  return found === undefined ? { ok: true, parts } : { ok: false, found };
}

interface Size {
  readonly parts: number;
  /** Of lists and objects within each other. */
  readonly levels: number;
}

const single: Size = { parts: 1, levels: 0 };

/** Of lists, also those that are not there. */
function* keysOf(data: object): Iterable<string> {
  if (Array.isArray(data)) for (let at = 0; at < data.length; at += 1) yield String(at);
  else yield* Object.getOwnPropertyNames(data);
}

function hasSymbols(data: object): boolean {
  return Object.getOwnPropertySymbols(data).length > 0;
}

/** Lists and objects as literals make them; nothing else is walked. */
function isData(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Array.isArray(object);
}
