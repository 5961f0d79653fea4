/** Which operations a path may mean: a tree of segments, so that a thousand paths are as fast as ten. */
import { decodeSegment, matchPath, type PathPattern, captureSegment } from "./mock-path.js";

interface Node<Route> {
  readonly fixed: Map<string, Node<Route>>;
  /** Segments with parameters, those that say most first. */
  readonly open: { readonly texts: readonly string[]; readonly node: Node<Route> }[];
  readonly routes: Entry<Route>[];
}

interface Entry<Route> {
  readonly pattern: PathPattern;
  readonly route: Route;
}

/**
 * Finds routes.
 * @returns all whose template the path and the query fit, the one that is meant first: a concrete segment goes before one
 *   with parameters, from left to right (OpenAPI 3.1.1, 4.8.8.2)
 */
export type FindRoutes<Route> = (path: string, search: string) => readonly Entry<Route>[];

/** Prepares the search. */
export function routerOf<Route>(entries: readonly Entry<Route>[]): FindRoutes<Route> {
  const root = emptyNode<Route>();
  for (const entry of entries) insert(root, entry);
  return (path, search) => {
    const found: Entry<Route>[] = [];
    walk(root, path.split("/"), 0, found);
    return found.filter(({ pattern }) => pattern.query.length === 0 || matchPath(pattern, path, search));
  };
}

function emptyNode<Route>(): Node<Route> {
  return { fixed: new Map(), open: [], routes: [] };
}

function insert<Route>(root: Node<Route>, entry: Entry<Route>): void {
  let node = root;
  for (const texts of entry.pattern.segments) node = childOf(node, texts);
  node.routes.push(entry);
  // A query that the path has says more than none.
  node.routes.sort(({ pattern: a }, { pattern: b }) => b.query.length - a.query.length || b.fixed - a.fixed);
}

function childOf<Route>(node: Node<Route>, texts: readonly string[]): Node<Route> {
  const [only = "", ...more] = texts;
  const made = emptyNode<Route>();
  if (more.length === 0) {
    const key = decodeSegment(only);
    const known = node.fixed.get(key) ?? made;
    node.fixed.set(key, known);
    return known;
  }
  const same = node.open.find((child) => child.texts.join("{}") === texts.join("{}"));
  if (same !== undefined) return same.node;
  node.open.push({ texts, node: made });
  node.open.sort((a, b) => b.texts.join("").length - a.texts.join("").length);
  return made;
}

function walk<Route>(node: Node<Route>, parts: readonly string[], index: number, found: Entry<Route>[]): void {
  const part = parts[index];
  if (part === undefined) {
    found.push(...node.routes);
    return;
  }
  const fixed = node.fixed.get(decodeSegment(part));
  if (fixed !== undefined) walk(fixed, parts, index + 1, found);
  for (const { texts, node: child } of node.open)
    if (captureSegment(texts, part) !== null) walk(child, parts, index + 1, found);
}
