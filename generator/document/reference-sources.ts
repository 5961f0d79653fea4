/**
 * The files that references lead to, and what in them can be named: schema resources (`$id`) and anchors.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
import type { Origin } from "../diagnostics.js";
import { childOrigin, type Document, type Grafts, type SourceFile } from "./document.js";
import { isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import type { ObjectKind } from "./openapi-structure.js";
import { resolveAddress } from "./reference-address.js";

/** A value, and where it was written. */
export interface Located {
  readonly value: JsonValue;
  readonly origin: Origin;
}

/** A file, or a schema in it that has an `$id`: what relative references and anchors below belong to. */
export interface Resource extends Located {
  /** The uri of the file. */
  readonly file: string;
  /** The file relative to the document's folder: the same on every machine. */
  readonly label: string;
  /** What references below it are relative to. */
  readonly base: string;
  /** Where it stands in its file. */
  readonly tokens: readonly string[];
  readonly anchors: Map<string, Anchor>;
  /** What references were found to refer to, as a document repeats most of them. */
  readonly found: Map<string, Target>;
}

/** What a reference refers to. */
export interface Target extends Located {
  /** The uri of the file that it stands in. */
  readonly file: string;
  /** Where it stands there: the same for all spellings of a reference. */
  readonly tokens: readonly string[];
  /** What OpenAPI has at that place, where it says so. */
  readonly kind: ObjectKind | null;
  /** File and pointer in one. */
  readonly key: string;
  /** What references in it are relative to. */
  readonly scope: Resource;
}

export interface Anchor extends Located {
  readonly tokens: readonly string[];
}

export interface Sources {
  readonly document: Document;
  readonly root: Resource;
  /** Files by address, one file perhaps by several; null for one that cannot be read, which was reported. */
  readonly files: Map<string, Resource | null>;
  /** Schemas by their absolute `$id`, documents by their `$self`. */
  readonly byId: Map<string, Resource>;
  /** Schemas with an `$id`, by identity. */
  readonly nested: Map<object, Resource>;
  /** How many schemas have a `$dynamicAnchor` of this name. */
  readonly dynamicAnchors: Map<string, number>;
}

/** The sources of a document before any other file was read. */
export function createSources(document: Document): Sources {
  const { uri } = document.root;
  const root = fileResource(uri, "", document.value, document.root);
  const sources: Sources = {
    document,
    root,
    files: new Map([[uri, root]]),
    byId: new Map(),
    nested: new Map(),
    dynamicAnchors: new Map(),
  };
  // Overlays may have brought some.
  const isNaming = [...document.files.values()].some(namesParts);
  if (isNaming) indexResource(sources, root, document.grafts);
  return sources;
}

/**
 * Adds a file that was read for an address.
 * @param file null where it could not be read, which was reported
 * @param label the file relative to the document's folder
 */
export function addSource(sources: Sources, address: string, file: SourceFile | null, label = address): void {
  const known = file === null ? null : sources.files.get(file.uri);
  if (file === null || known) {
    sources.files.set(address, known ?? null);
    return;
  }
  const resource = fileResource(file.uri, label, file.value, { uri: file.uri, pointer: "" });
  sources.files.set(address, resource).set(file.uri, resource);
  if (namesParts(file)) indexResource(sources, resource, new Map());
}

/** Where a file keeps its named schemas. */
export function schemaHomeOf(file: JsonValue): readonly string[] {
  return member(file, "swagger") === undefined ? ["components", "schemas"] : ["definitions"];
}

/** True for the root of an OpenAPI document, which is no schema, parameter or the like. */
export function isOpenApi(value: JsonValue): boolean {
  return member(value, "openapi") !== undefined || member(value, "swagger") !== undefined;
}

/** `$self` of 3.2 says what relative references in a document are relative to. */
function fileResource(uri: string, label: string, value: JsonValue, origin: Origin): Resource {
  const self = member(value, "$self");
  const base = typeof self === "string" ? resolveAddress(uri, withoutFragment(self)) : uri;
  return { file: uri, label, base, value, origin, tokens: [], anchors: new Map(), found: new Map() };
}

/** Few files have any of these, and the others need not be searched. */
function namesParts({ text }: SourceFile): boolean {
  return /\$(?:id|anchor|dynamicAnchor|self)\b/.test(text);
}

/** Keys whose value is data, and those whose value has names of the author's. */
const dataKeys = new Set(["example", "examples", "default", "enum", "const", "value", "dataValue"]);
const mapKeys = new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"]);

/** Enters all that a file names. What its objects are is not known here, as any file may be referred to. */
function indexResource(sources: Sources, file: Resource, grafts: Grafts): void {
  if (file.base !== file.file) sources.byId.set(file.base, file);
  const visit = (node: Anchor, scope: Resource, isMap: boolean): void => {
    const { value } = node;
    if (typeof value !== "object" || value === null) return;
    const inner = isMap || !isJsonObject(value) ? scope : enter(sources, node, value, scope);
    for (const [key, child] of Object.entries(value)) {
      if (!isMap && (dataKeys.has(key) || key.startsWith("x-"))) continue;
      const origin = childOrigin(grafts, value, node.origin, key);
      visit({ value: child, origin, tokens: [...node.tokens, key] }, inner, !isMap && mapKeys.has(key));
    }
  };
  visit(file, file, false);
}

/** Enters what one schema names; returns the resource that holds below it. */
function enter(sources: Sources, node: Anchor, value: JsonObject, scope: Resource): Resource {
  const id = member(value, "$id");
  let inner = scope;
  if (typeof id === "string" && withoutFragment(id) !== "") {
    const base = resolveAddress(scope.base, withoutFragment(id));
    inner = { ...node, file: scope.file, label: scope.label, base, anchors: new Map(), found: new Map() };
    sources.nested.set(value, inner);
    if (!sources.byId.has(base)) sources.byId.set(base, inner);
  }
  const dynamic = member(value, "$dynamicAnchor");
  // Before 2019-09 an anchor was written as an `$id` of a fragment alone.
  const old = typeof id === "string" && id.startsWith("#") ? id.slice(1) : undefined;
  for (const name of [member(value, "$anchor"), dynamic, old])
    if (typeof name === "string" && name !== "" && !inner.anchors.has(name)) inner.anchors.set(name, node);
  if (typeof dynamic === "string") sources.dynamicAnchors.set(dynamic, (sources.dynamicAnchors.get(dynamic) ?? 0) + 1);
  return inner;
}

function withoutFragment(uri: string): string {
  return uri.split("#", 1)[0] ?? "";
}
