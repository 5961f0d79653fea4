/** JSONPath, RFC 9535, by json-p3 (which passes the JSONPath Compliance Test Suite): the only module that knows it. */
import { JSONPathEnvironment, type JSONPathQuery } from "json-p3";
import type { JsonValue } from "./json.js";

export type Query = JSONPathQuery;

/** A selected node, and the way to it: tokens of a JSON pointer, unescaped. */
export interface SelectedNode {
  readonly value: JsonValue;
  readonly tokens: readonly string[];
}

const environment = new JSONPathEnvironment();

/** Compiles an expression, or says what is wrong with it. */
export function parseJsonPath(text: string): { readonly query: Query } | { readonly problem: string } {
  try {
    return { query: environment.compile(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The nodes that a query selects, in the order of RFC 9535, each once. */
export function selectNodes(root: JsonValue, query: Query): readonly SelectedNode[] {
  const distinct = new Map<string, SelectedNode>();
  // The library's JSON type is mutable; it only reads.
  for (const node of query.query(root as Parameters<Query["query"]>[0])) {
    const tokens = node.location.map(String);
    const key = JSON.stringify(tokens);
    // A node's value is one of those in `root`.
    if (!distinct.has(key)) distinct.set(key, { value: node.value as JsonValue, tokens });
  }
  return [...distinct.values()];
}
