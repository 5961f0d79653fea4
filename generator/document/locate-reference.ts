/** From a reference to what it refers to, among the files that are there. Reports and opens nothing. */
import { childOrigin } from "./document.js";
import { isJsonObject, type JsonValue, member } from "./json.js";
import { formatPointer, parseFragment } from "./json-pointer.js";
import { kindAt } from "./openapi-structure.js";
import { resolveAddress } from "./reference-address.js";
import type { Anchor, Resource, Sources, Target } from "./reference-sources.js";

/**
 * `missing`: the address of a file that has not been read; `malformed`: no pointer, and no anchor that there is;
 * `unreadable`: in a file that could not be read, which was reported.
 */
export type Lookup =
  | { readonly outcome: "found"; readonly target: Target }
  | { readonly outcome: "missing"; readonly address: string }
  | { readonly outcome: "malformed" | "not-found" | "unreadable" };

/** A pointer may lead through this many other references; more are a circle. */
const maximumHops = 50;

interface Search {
  readonly sources: Sources;
  hopsLeft: number;
}

/**
 * Finds what a reference refers to.
 * @param scope what the reference is relative to
 */
export function locateReference(sources: Sources, scope: Resource, reference: string): Lookup {
  const known = scope.found.get(reference);
  if (known !== undefined) return { outcome: "found", target: known };
  const lookup = locate({ sources, hopsLeft: maximumHops }, scope, reference);
  if (lookup.outcome === "found") scope.found.set(reference, lookup.target);
  return lookup;
}

function locate(search: Search, scope: Resource, reference: string): Lookup {
  if (reference === "") return { outcome: "malformed" };
  const hash = reference.indexOf("#");
  const address = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? "#" : reference.slice(hash);
  if (address === "") return locateIn(search, scope, fragment);
  const { byId, files } = search.sources;
  const named = resolveAddress(scope.base, address);
  // An `$id` says what a schema is called, seldom where it lies: many documents mean the file beside.
  const beside = resolveAddress(scope.file, address);
  const resource = byId.get(named) ?? files.get(named) ?? byId.get(beside) ?? files.get(beside);
  if (resource) return locateIn(search, resource, fragment);
  return resource === null ? { outcome: "unreadable" } : { outcome: "missing", address: beside };
}

function locateIn(search: Search, resource: Resource, fragment: string): Lookup {
  const tokens = parseFragment(fragment);
  if (tokens === null) {
    const anchor = findAnchor(search.sources, resource, fragment.slice(1));
    return anchor === null ? { outcome: "malformed" } : found(search.sources, resource, anchor);
  }
  const own = descend(search, resource, tokens);
  const file = search.sources.files.get(resource.file);
  // By the book a pointer below an `$id` begins there; most of those who write one mean the document.
  return own.outcome === "not-found" && file && file !== resource ? descend(search, file, tokens) : own;
}

/** The anchor of this name in the resource; else in another one of its file. */
function findAnchor(sources: Sources, resource: Resource, name: string): Anchor | null {
  const file = sources.files.get(resource.file);
  const others = [...(file ? [file] : []), ...sources.nested.values()].filter(({ file: uri }) => uri === resource.file);
  for (const { anchors } of [resource, ...others]) {
    const anchor = anchors.get(name);
    if (anchor !== undefined) return anchor;
  }
  return null;
}

function descend(search: Search, start: Resource, tokens: readonly string[]): Lookup {
  const { sources } = search;
  let scope = start;
  let at: Anchor = start;
  for (const token of tokens) {
    if (isJsonObject(at.value) && !Object.hasOwn(at.value, token)) {
      // The pointer leads through a reference: documents in parts have `paths: { $ref: paths.yml }`.
      const reference = member(at.value, "$ref");
      if (typeof reference !== "string" || search.hopsLeft-- <= 0) return { outcome: "not-found" };
      const next = locate(search, scope, reference);
      if (next.outcome !== "found") return next;
      at = next.target;
      ({ scope } = next.target);
    }
    const { value } = at;
    const child = member(value, token);
    if (child === undefined || typeof value !== "object" || value === null) return { outcome: "not-found" };
    const origin = childOrigin(sources.document.grafts, value, at.origin, token);
    at = { value: child, origin, tokens: [...at.tokens, token] };
    scope = scopeAt(sources, scope, child);
  }
  return found(sources, scope, at);
}

function found(sources: Sources, scope: Resource, { value, origin, tokens }: Anchor): Lookup {
  const { file } = scope;
  const key = `${file}#${formatPointer(tokens)}`;
  const kind = kindAt(sources.files.get(file)?.value ?? null, tokens);
  return {
    outcome: "found",
    target: { value, origin, tokens, kind, file, key, scope: scopeAt(sources, scope, value) },
  };
}

/** What references in a value are relative to: itself, where it has an `$id`. */
export function scopeAt(sources: Sources, scope: Resource, value: JsonValue): Resource {
  return (typeof value === "object" && value !== null ? sources.nested.get(value) : undefined) ?? scope;
}
