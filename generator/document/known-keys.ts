/** Keys that objects of a document may have, in any version, and what a misspelt one may have meant. */
import type { Node, Reader } from "./reader.js";

const documentation = ["summary", "description", "externalDocs", "deprecated"];
const value = ["schema", "content", "example", "examples", "style", "explode", "allowReserved", "required"];

const keys = {
  document: "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs".split(
    " ",
  ),
  pathItem:
    "$ref summary description get put post delete options head patch trace query additionalOperations servers parameters".split(
      " ",
    ),
  operation: [
    ...documentation,
    ..."tags operationId parameters requestBody responses callbacks security servers".split(" "),
  ],
  parameter: [...documentation, ...value, "name", "in", "allowEmptyValue"],
  requestBody: ["description", "content", "required"],
  response: ["summary", "description", "headers", "content", "links"],
  mediaType: "schema itemSchema example examples encoding prefixEncoding itemEncoding description summary".split(" "),
} as const;

/** Where in OpenAPI 3 belongs what Swagger 2.0 has at the root. */
const homes: Readonly<Record<string, string>> = {
  definitions: "components.schemas",
  parameters: "components.parameters",
  responses: "components.responses",
  securityDefinitions: "components.securitySchemes",
};

/** Objects whose keys are all known. */
export type KnownKind = keyof typeof keys;

/**
 * Warns of keys that no version of OpenAPI knows in such an object.
 * @param owner what the object is, in words
 */
export function reportUnknownKeys(reader: Reader, node: Node, kind: KnownKind, owner: string): void {
  const known: readonly string[] = keys[kind];
  for (const key of Object.keys(node.value)) {
    // Siblings of a reference were merged or dropped before.
    if (known.includes(key) || key.startsWith("x-") || key === "$ref") continue;
    const home = kind === "document" && Object.hasOwn(homes, key) ? homes[key] : undefined;
    if (home !== undefined) {
      reader.diagnostics.add("key-misplaced", reader.originOf(node, key), { key, home });
      continue;
    }
    reader.diagnostics.add("key-unknown", reader.originOf(node, key), { key, owner, nearest: nearestOf(key, known) });
  }
}

/** The one that is spelt most alike, or null where none is much like it. */
export function nearestOf(key: string, known: readonly string[]): string | null {
  // A long key is none of ours, and takes long to compare.
  if (key.length > 40) return null;
  const lower = key.toLowerCase();
  const rated = known.map((name) => ({ name, distance: editDistance(lower, name.toLowerCase()) }));
  const [best] = rated.sort((one, other) => one.distance - other.distance);
  if (best === undefined || best.distance >= best.name.length) return null;
  return best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** How many letters must be put in, taken out or replaced; two that have changed places count as one. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
