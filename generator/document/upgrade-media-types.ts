/** `consumes` and `produces` of Swagger 2.0: which media types a body of one schema has. */
import type { Placed } from "./document-edit.js";
import { isJsonObject, type JsonValue, member } from "./json.js";
import { essence, isFormMediaType, isJsonMediaType, isMultipartMediaType, isTextMediaType } from "./media-type.js";
import type { Node } from "./reader.js";
import { referencedName } from "./referenced-name.js";
import { membersOf, presentMember, reportIgnored, type Upgrade } from "./upgrade-context.js";

/** A media type and where it was written: in a list, or nowhere but in the specification. */
export interface PlacedMediaType {
  readonly mediaType: string;
  readonly origin: Placed["origin"];
}

/**
 * The media types that an operation or the document lists.
 * @param key `consumes` or `produces`
 * @returns null where there is no list: the document's holds then. An empty list takes that back
 * @see https://spec.openapis.org/oas/v2.0.html#operation-object
 */
export function readMediaTypes(upgrade: Upgrade, owner: Node, key: string): readonly PlacedMediaType[] | null {
  const list = presentMember(upgrade, owner, key);
  if (list === undefined) return null;
  // A single one without its list is what everybody understands.
  const items = typeof list.value === "string" ? [list] : membersOf(upgrade, list).map(([, item]) => item);
  const isReadable = typeof list.value === "string" || Array.isArray(list.value);
  if (!isReadable) reportIgnored(upgrade, list, key, "a list of media types");
  const found = new Map<string, PlacedMediaType>();
  for (const item of items) {
    const mediaType = typeof item.value === "string" ? item.value.trim() : "";
    if (mediaType === "") reportIgnored(upgrade, item, key, "a media type");
    else if (!found.has(mediaType)) found.set(mediaType, { mediaType, origin: item.origin });
  }
  return isReadable ? [...found.values()] : null;
}

/** What a schema's values are, as far as it matters to how they are written. */
export type BodyKind = "file" | "structure" | "text" | "other";

/** Looks at a schema of 2.0, through references. */
export function bodyKind(upgrade: Upgrade, schema: JsonValue | undefined): BodyKind {
  let current = schema;
  const seen = new Set<string>();
  for (;;) {
    const name = current === undefined ? null : referencedName(current);
    if (name === null || seen.has(name)) break;
    seen.add(name);
    current = upgrade.definitions.get(name);
  }
  const type = member(current, "type");
  if (type === "file" || (type === "string" && member(current, "format") === "binary")) return "file";
  const isStructure =
    isJsonObject(current) &&
    ["properties", "allOf", "items", "additionalProperties"].some((key) => Object.hasOwn(current, key));
  if (type === "object" || type === "array" || isStructure) return "structure";
  return type === "string" ? "text" : "other";
}

/**
 * Those media types in which values of a kind can be written; the usual one where there is none.
 *
 * 2.0 has one list for all responses of an operation, often for all operations: the file of one and the error object
 * of the other. So JSON in it is not meant for the file, and a PDF not for the object.
 * @param declared the list that holds; empty where there is none
 * @param origin where the usual one counts as written
 */
export function fittingMediaTypes(
  declared: readonly PlacedMediaType[],
  kind: BodyKind,
  origin: Placed["origin"],
): readonly PlacedMediaType[] {
  const fitting = declared.filter(({ mediaType }) => {
    const isRange = mediaType.includes("*");
    if (kind === "file") return !isRange && !isJsonMediaType(mediaType);
    return !isRange && !(kind === "structure" && isBinary(mediaType));
  });
  if (fitting.length > 0) return fitting;
  // A range with text: JSON would put quotes around it.
  const usual =
    kind === "file"
      ? "application/octet-stream"
      : kind === "text" && declared.length > 0
        ? "text/plain"
        : "application/json";
  return [{ mediaType: usual, origin: declared[0]?.origin ?? origin }];
}

/** The forms among the media types; the usual one where there is none. Files need multipart. */
export function formMediaTypes(
  declared: readonly PlacedMediaType[],
  hasFile: boolean,
  origin: Placed["origin"],
): readonly PlacedMediaType[] {
  const forms = declared.filter(({ mediaType }) => {
    return isMultipartForm(mediaType) || (!hasFile && isFormMediaType(mediaType));
  });
  if (forms.length > 0) return forms;
  const mediaType = hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded";
  return [{ mediaType, origin: declared[0]?.origin ?? origin }];
}

function isMultipartForm(mediaType: string): boolean {
  return isMultipartMediaType(mediaType) && essence(mediaType) === "multipart/form-data";
}

/** True for media types that hold bytes, whatever the schema says. */
function isBinary(mediaType: string): boolean {
  const type = essence(mediaType);
  if (isTextMediaType(type) || isJsonMediaType(type)) return false;
  return /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|(x-)?(g?zip|tar|7z|bzip2)(-compressed)?)$/.test(
    type,
  );
}
