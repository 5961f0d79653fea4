/** Documents of Swagger 2.0 for the tests of its upgrade. */
import type { JsonObject } from "../../generator/document/json.js";
import { objectAt, upgraded } from "./document-fixture.js";

/** What each document begins with. */
export const head = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';

/** A document with one operation, members of its root, and a member of the path item. */
export function apiOf(operation: string, root = "", item = ""): string {
  const indented = operation.trim().replace(/^/gm, "      ");
  return `${head}${root}\npaths:\n  /a/{id}:\n    ${item}\n    post:\n${indented}\n`;
}

export interface Upgraded {
  readonly operation: JsonObject;
  readonly root: JsonObject;
  readonly codes: readonly string[];
}

/** Its operation and its root after the upgrade. */
export function operationOf(operation: string, root = "", item = ""): Upgraded {
  const { document, codes } = upgraded(apiOf(operation, root, item));
  return { operation: objectAt(document.value, "paths", "/a/{id}", "post"), root: document.value, codes };
}

/** A pointer into that operation. */
export const at = (pointer: string): string => `/paths/~1a~1{id}/post${pointer}`;
