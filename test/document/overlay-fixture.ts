/** What the tests of overlays share: documents made of values, and the rule that origins must keep. */
import { expect } from "vitest";
import { type Document, documentOf, originAt, type SourceFile } from "../../generator/document/document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { appendToken, valueAt } from "../../generator/document/json-pointer.js";
import { applyOverlay } from "../../generator/document/overlay.js";
import { collectDiagnostics, type Diagnostics } from "../../generator/diagnostics.js";

/** A file that holds a value; the value is frozen, so that no stage can change it unseen. */
export function sourceFile(uri: string, value: JsonValue): SourceFile {
  return {
    uri,
    text: JSON.stringify(value),
    value: deepFreeze(value),
    longIntegers: [],
    locate: () => ({ line: 1, column: 1 }),
  };
}

function deepFreeze<T extends JsonValue>(value: T): T {
  if (isJsonObject(value) || isJsonArray(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** The document `api.yml` with a value. */
export function documentWith(value: JsonObject): Document {
  return documentOf(sourceFile("api.yml", value), value);
}

/** An overlay file with these actions. */
export function overlayWith(actions: JsonValue, version = "1.1.0", uri = "fix.yml"): SourceFile {
  return sourceFile(uri, { overlay: version, info: { title: "Fix", version: "1" }, actions });
}

/** Applies actions to a document and expects success. */
export function apply(
  document: Document,
  overlay: SourceFile,
  diagnostics: Diagnostics = collectDiagnostics(),
): Document {
  const result = applyOverlay(document, overlay, diagnostics);
  if (result === null) throw new Error(JSON.stringify(diagnostics.list()));
  return result;
}

/** Every primitive and empty container of the result must stand, as it is, at the origin that is given for it. */
export function expectTrueOrigins(document: Document): void {
  const visit = (node: JsonValue, pointer: string): void => {
    const origin = originAt(document, pointer);
    const written = valueAt(document.files.get(origin.uri)?.value ?? null, origin.pointer);
    if (!isJsonObject(node) && !isJsonArray(node)) {
      expect(written, `${pointer} from ${origin.uri}#${origin.pointer}`).toEqual(node);
      return;
    }
    expect(isJsonArray(written), `${pointer} from ${origin.uri}#${origin.pointer}`).toBe(isJsonArray(node));
    for (const [key, child] of Object.entries(node)) visit(child, appendToken(pointer, key));
  };
  visit(document.value, "");
}
