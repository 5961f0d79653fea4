/** A document with its overlays applied, as a file of JSON: what generators get that know no overlays. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { collectDiagnostics } from "../../../generator/diagnostics.js";
import { documentOf } from "../../../generator/document/document.js";
import { isJsonObject } from "../../../generator/document/json.js";
import { loadFile } from "../../../generator/document/load.js";
import { applyOverlay } from "../../../generator/document/overlay.js";
import { cacheFolder, root } from "./places.js";
import type { Subject } from "./subject.js";

/** @returns the file's path; the document's own where there are no overlays */
export async function overlaidDocument({ key, document, overlays }: Subject): Promise<string> {
  if (overlays.length === 0) return resolve(root, document);
  const diagnostics = collectDiagnostics({ strict: true });
  const file = await loadFile(document, root, diagnostics);
  if (file === null || !isJsonObject(file.value)) throw new Error(`${document} is no document`);
  let changed = documentOf(file, file.value);
  for (const path of overlays) {
    const overlay = await loadFile(path, root, diagnostics);
    const next = overlay && applyOverlay(changed, overlay, diagnostics);
    if (next === null) throw new Error(`${path} cannot be applied`);
    changed = next;
  }
  const folder = join(cacheFolder, "size", "overlaid");
  mkdirSync(folder, { recursive: true });
  const output = join(folder, `${key}.json`);
  writeFileSync(output, JSON.stringify(changed.value, null, 2));
  return output;
}
