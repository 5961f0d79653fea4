/**
 * Loading, the third part: examples that stand in files of their own (`externalValue`). They are read by the rules of `$ref`,
 * and put into the document as values. https://spec.openapis.org/oas/v3.1.1.html#example-object
 */
import { dirname } from "node:path";
import { collectDiagnostics, type Diagnostics, type Origin } from "../diagnostics.js";
import { childOrigin, type Document } from "./document.js";
import { changeSelected, type GrowingGrafts, selectionOf } from "./document-edit.js";
import { fileLabel, type ReferencedFile } from "./follow-references.js";
import { isJsonArray, isJsonObject, jsonObject, type JsonValue, member } from "./json.js";
import { parseSource } from "./load.js";
import { essence, isJsonMediaType, isTextMediaType } from "./media-type.js";
import { type ObjectKind, rootKind, slotOfValue } from "./openapi-structure.js";
import { createAccess, type Reading, type ReferencePolicy } from "./reference-access.js";
import { resolveAddress } from "./reference-address.js";

/** An example whose value is in a file. */
interface External {
  /** The way to the Example Object. */
  readonly tokens: readonly string[];
  readonly place: Origin;
  /** As the document has it. */
  readonly reference: string;
  readonly address: string;
  readonly mediaType: string | null;
}

/** All examples together may be this large, in bytes. */
const maximumBytes = 100_000_000;

/**
 * Reads the files that examples name.
 * @param document with its references resolved
 * @param path of the document, absolute
 * @param cwd absolute; diagnostics name files relative to it
 * @returns the document with the values in it, and the files; what may not be read, or cannot, is reported, and no example
 */
export async function readExternalValues(
  document: Document,
  { path, cwd }: { readonly path: string; readonly cwd: string },
  policy: ReferencePolicy,
  diagnostics: Diagnostics,
): Promise<{ readonly document: Document; readonly referenced: readonly ReferencedFile[] }> {
  const externals = findExternals(document).filter(({ mediaType, address }) => isReadable(mediaType, address));
  if (externals.length === 0) return { document, referenced: [] };
  const access = await createAccess(policy, cwd);
  const readings = new Map<string, Reading>();
  let bytes = 0;
  for (const { address } of externals) {
    if (readings.has(address)) continue;
    const reading: Reading =
      bytes > maximumBytes
        ? { outcome: "unreadable", reason: `the examples are larger than ${String(maximumBytes / 1_000_000)} MB` }
        : access.permits(address)
          ? await access.read(address)
          : { outcome: "outside" };
    readings.set(address, reading);
    if (reading.outcome === "read") bytes += reading.bytes.byteLength;
  }
  const grafts: GrowingGrafts = new Map(document.grafts);
  let root = { value: document.value as JsonValue, origin: document.root };
  for (const external of externals) {
    const value = valueOf(external, readings.get(external.address), diagnostics);
    const changed = changeSelected(grafts, root, selectionOf([external.tokens]), (example) => {
      const others = Object.entries(isJsonObject(example.value) ? example.value : {}).filter(
        ([key]) => key !== "externalValue",
      );
      const copy = jsonObject<JsonValue>([...others, ...(value === undefined ? [] : [["value", value] as const])]);
      grafts.set(copy, new Map([...(grafts.get(example.value as object) ?? []), ["value", external.place]]));
      return { value: copy, origin: example.origin };
    });
    if (changed !== null) root = changed;
  }
  const referenced = [...readings].flatMap(([address, reading]): readonly ReferencedFile[] => {
    if (reading.outcome === "outside") return [];
    const label = fileLabel(address, dirname(path), cwd);
    const text = reading.outcome === "read" ? new TextDecoder().decode(reading.bytes) : null;
    return [{ label: label.text, path: label.path, text }];
  });
  return {
    document: { ...document, value: isJsonObject(root.value) ? root.value : document.value, grafts },
    referenced,
  };
}

/** The examples that have no value but the address of one. */
function findExternals(document: Document): readonly External[] {
  const found: External[] = [];
  const visit = (
    kind: ObjectKind,
    value: JsonValue,
    origin: Origin,
    tokens: readonly string[],
    mediaType: string | null,
  ): void => {
    // Schemas have no such examples, and are most of a document.
    if (kind === "schema" || !isJsonObject(value)) return;
    const child = (container: object, at: Origin, key: string) => childOrigin(document.grafts, container, at, key);
    if (kind === "example") {
      const reference = member(value, "externalValue");
      if (typeof reference !== "string" || ["value", "dataValue"].some((key) => Object.hasOwn(value, key))) return;
      const place = child(value, origin, "externalValue");
      found.push({ tokens, place, reference, address: resolveAddress(place.uri, reference), mediaType });
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const slot = slotOfValue(kind, key, inner);
      if (slot === undefined || (kind === "components" && key === "examples")) continue;
      const at = child(value, origin, key);
      if (slot.holds === "one") visit(slot.kind, inner, at, [...tokens, key], mediaType);
      else if (isJsonObject(inner) || isJsonArray(inner)) {
        for (const [name, item] of Object.entries<JsonValue>(inner))
          visit(
            slot.kind,
            item,
            child(inner, at, name),
            [...tokens, key, name],
            slot.kind === "mediaType" ? name : mediaType,
          );
      }
    }
  };
  visit(rootKind(document.value), document.value, document.root, [], null);
  return found;
}

/** JSON, YAML and text; without a media type, JSON and YAML by the name of the file. Bytes are no examples. */
function isReadable(mediaType: string | null, address: string): boolean {
  if (mediaType === null) return /\.(?:json|ya?ml|txt)$/i.test(address);
  return isData(mediaType, address) || isTextMediaType(mediaType);
}

function isData(mediaType: string | null, address: string): boolean {
  if (mediaType === null) return /\.(?:json|ya?ml)$/i.test(address);
  return isJsonMediaType(mediaType) || /[/+](?:x-)?yaml$/.test(essence(mediaType));
}

/** The value in a file; undefined after a report. */
function valueOf(
  { address, mediaType, place, reference }: External,
  reading: Reading | undefined,
  diagnostics: Diagnostics,
): JsonValue | undefined {
  if (reading === undefined || reading.outcome === "outside") {
    diagnostics.add("example-outside", place, { reference });
    return undefined;
  }
  if (reading.outcome === "unreadable") {
    diagnostics.add("example-unreadable", place, { reference, reason: reading.reason });
    return undefined;
  }
  if (!isData(mediaType, address)) return new TextDecoder().decode(reading.bytes);
  const problems = collectDiagnostics();
  const file = parseSource(reading.bytes, reading.uri, problems);
  if (file !== null) return file.value;
  const [problem] = problems.list();
  const at = problem?.place;
  const line = at && "line" in at ? `line ${String(at.line)}, column ${String(at.column)}: ` : "";
  const reason = `${line}${problem?.message.replace(/\.$/, "") ?? "it is not understood"}`;
  diagnostics.add("example-unreadable", place, { reference, reason });
  return undefined;
}
