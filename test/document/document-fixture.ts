/** What the tests of the document's stages share: documents from YAML text, and diagnostics as short lines. */
import { collectDiagnostics, type Diagnostics } from "../../generator/diagnostics.js";
import { type Document, documentOf } from "../../generator/document/document.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { normalise } from "../../generator/document/normalise.js";
import type { NormalDocument } from "../../generator/document/normal-document.js";
import { parseYaml } from "../../generator/document/parse-yaml.js";
import { addSource, createSources } from "../../generator/document/reference-sources.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { createScan } from "../../generator/document/scan-references.js";
import { upgradeSwagger } from "../../generator/document/upgrade-swagger.js";

/** Diagnostics as `code place`, the place as a pointer or as line:column. */
export function codesAt(diagnostics: Diagnostics): readonly string[] {
  return diagnostics.list().map(({ code, place }) => {
    if (place === null) return code;
    return `${code} ${"pointer" in place ? place.pointer : `${String(place.line)}:${String(place.column)}`}`;
  });
}

/** The document `api.yml` with this text, which must be an object. */
export function documentFrom(text: string): Document {
  const diagnostics = collectDiagnostics();
  const parsed = parseYaml("api.yml", text, diagnostics);
  if (parsed === null || !isJsonObject(parsed.value)) throw new Error(codesAt(diagnostics).join("\n"));
  return documentOf({ uri: "api.yml", text, ...parsed }, parsed.value);
}

export interface Resolved {
  readonly document: Document;
  readonly codes: readonly string[];
}

/** A document with its references resolved. */
export function resolved(text: string): Resolved {
  const diagnostics = collectDiagnostics();
  const document = resolveReferences(documentFrom(text), diagnostics);
  return { document, codes: codesAt(diagnostics) };
}

/** `api.yml` with its references resolved, among other files by their path beside it. */
export function resolvedAmong(text: string, others: Readonly<Record<string, string>>): Resolved {
  const diagnostics = collectDiagnostics();
  const document = documentFrom(text);
  const scan = createScan(createSources(document));
  for (let missing = [...scan.advance().keys()]; missing.some((uri) => uri in others);) {
    for (const uri of missing) {
      const other = others[uri];
      const parsed = other === undefined ? null : parseYaml(uri, other, diagnostics);
      if (other !== undefined && parsed !== null) addSource(scan.sources, uri, { uri, text: other, ...parsed });
    }
    missing = [...scan.advance().keys()].filter((uri) => !scan.sources.files.has(uri));
  }
  const result = resolveReferences(document, diagnostics, scan);
  const codes = diagnostics.list().map(({ code, place }) => {
    if (place === null || !("pointer" in place)) return code;
    return `${code} ${place.uri === "api.yml" ? "" : place.uri}${place.pointer}`;
  });
  return { document: result, codes };
}

export interface Normalised {
  readonly normal: NormalDocument | null;
  readonly codes: readonly string[];
}

/** A document resolved and, where it is Swagger 2.0, upgraded. */
export function upgraded(text: string): Resolved {
  const diagnostics = collectDiagnostics();
  const document = upgradeSwagger(resolveReferences(documentFrom(text), diagnostics), diagnostics);
  return { document, codes: codesAt(diagnostics) };
}

/** A document resolved, upgraded and normalised. */
export function normalised(text: string): Normalised {
  const diagnostics = collectDiagnostics();
  const document = upgradeSwagger(resolveReferences(documentFrom(text), diagnostics), diagnostics);
  const normal = normalise(document, diagnostics);
  return { normal, codes: codesAt(diagnostics) };
}

/** A minimal document around some paths and components; each given as YAML, indented by nothing. */
export function apiText(parts: { readonly version?: string; readonly paths?: string; readonly components?: string }) {
  const block = (key: string, text: string | undefined) =>
    text === undefined ? "" : `${key}:\n${text.trim().replace(/^/gm, "  ")}\n`;
  const head = `openapi: ${parts.version ?? "3.1.0"}\ninfo:\n  title: Test\n  version: "1"\n`;
  return `${head}${block("paths", parts.paths) || "paths: {}\n"}${block("components", parts.components)}`;
}

/** The member at a way of keys, as an object. */
export function objectAt(value: JsonValue | undefined, ...keys: readonly string[]): JsonObject {
  const found = keys.reduce<JsonValue | undefined>(
    (node, key) => (isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    value,
  );
  if (!isJsonObject(found)) throw new Error(`no object at ${keys.join("/")}`);
  return found;
}
