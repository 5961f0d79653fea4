/**
 * How a list is written, in 2.0 and in 3.0: `collectionFormat` as `style` and `explode`.
 * https://spec.openapis.org/oas/v2.0.html#parameter-object, https://spec.openapis.org/oas/v3.0.4.html#style-values
 */
import type { Placed } from "./document-edit.js";
import { isJsonArray, isJsonObject, type JsonObject, writeJson } from "./json.js";
import type { Node } from "./reader.js";
import { asObject, memberOf, type Upgrade } from "./upgrade-context.js";

export type ListPlace = "path" | "query" | "header" | "cookie" | "formData";

export interface ListStyle {
  readonly style: string;
  readonly explode: boolean;
  /** Of the format; of the parameter where that is the default, csv. */
  readonly origin: Placed["origin"];
}

const formats = ["csv", "ssv", "tsv", "pipes", "multi"] as const;
type Format = (typeof formats)[number];

/** Where values are pairs, and so may be repeated. */
const pairStyles: Readonly<Record<Format, Omit<ListStyle, "origin">>> = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  // 3.0 has no tabs: the other white space is nearest.
  tsv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};

/**
 * The style of a parameter, field or header that is a list; null where it is none. What 3.0 cannot write is reported.
 * @param owner what has the `type` and the `collectionFormat`
 */
export function listStyle(upgrade: Upgrade, owner: Node, place: ListPlace): ListStyle | null {
  if (!isList(owner.value)) return null;
  reportNested(upgrade, owner);
  const written = memberOf(upgrade, owner, "collectionFormat");
  const origin = written?.origin ?? owner.origin;
  const format = written === undefined ? "csv" : formats.find((known) => known === written.value);
  if (format === undefined) {
    const found = writeJson(written?.value ?? null);
    upgrade.diagnostics.add("collection-format-unknown", origin, { found });
  }
  const isPlain = place === "path" || place === "header";
  if (format === "tsv" || (isPlain && format !== undefined && format !== "csv")) {
    const used = isPlain ? "commas" : "spaces";
    upgrade.diagnostics.add("collection-format-unsupported", origin, { format, place: placeNames[place], used });
  }
  return isPlain ? { style: "simple", explode: false, origin } : { ...pairStyles[format ?? "csv"], origin };
}

const placeNames: Readonly<Record<ListPlace, string>> = {
  path: "a path",
  query: "a query",
  header: "a header",
  cookie: "a cookie",
  formData: "a form",
};

function isList({ type, items }: JsonObject): boolean {
  if (type === undefined) return isJsonObject(items);
  return type === "array" || (isJsonArray(type) && type.includes("array"));
}

/** A list in a list has no style of its own in 3.0: it is JSON text. */
function reportNested(upgrade: Upgrade, owner: Node): void {
  const items = memberOf(upgrade, owner, "items");
  const node = items && asObject(items);
  if (!node || !isList(node.value)) return;
  const format = memberOf(upgrade, node, "collectionFormat");
  upgrade.diagnostics.add("collection-format-unsupported", format?.origin ?? node.origin, {
    format: typeof format?.value === "string" ? format.value : "csv",
    place: "a list within a list",
    used: "JSON text",
  });
}
