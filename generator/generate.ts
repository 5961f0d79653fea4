/** The pipeline: a document becomes files. Reads like a table of contents; every decision is in a stage. */
import { dirname } from "node:path";
import type { Target } from "./config.js";
import type { Diagnostics } from "./diagnostics.js";
import { type Document, documentOf } from "./document/document.js";
import { followReferences, type ReferencedFile } from "./document/follow-references.js";
import { inferSchemas } from "./document/infer.js";
import { isJsonObject, type JsonObject } from "./document/json.js";
import { loadFile } from "./document/load.js";
import { normalise } from "./document/normalise.js";
import { applyOverlay } from "./document/overlay.js";
import { readExternalValues } from "./document/read-external-values.js";
import type { ReferencePolicy } from "./document/reference-access.js";
import { reportLongIntegers } from "./document/report-long-integers.js";
import { resolveReferences } from "./document/resolve.js";
import { upgradeSwagger } from "./document/upgrade-swagger.js";
import { buildModel } from "./model/build-model.js";
import type { Model } from "./model/model.js";
import { checkPrinted } from "./output/check-printed.js";
import { checkPrintedJson } from "./output/check-printed-json.js";
import { formatFiles } from "./output/format.js";
import type { OutputFile } from "./output/output-file.js";
import { parseCopied } from "./output/parse-copied.js";
import { prettierOptions } from "./output/prettier-options.js";
import { renderFiles } from "./output/render-files.js";
import { loadTemplateSets, type SetSource, type StaticFile } from "./output/template-set.js";
import { type FileSource, verifyTypes } from "./output/verify.js";
import { buildViews } from "./view/build-views.js";
import type { Views } from "./view/view.js";

export interface Generated {
  /** Sorted by path, as they are to be written. */
  readonly files: readonly OutputFile[];
  readonly model: Model;
  /** The files that references lead to. */
  readonly referenced: readonly ReferencedFile[];
  /** One document, in which only schemas hold references, each to one of its components; Swagger 2.0 as 3.0. */
  readonly resolved: JsonObject;
}

export interface GenerateOptions {
  /** Diagnostics name files relative to this folder; absolute. */
  readonly cwd: string;
  /** Folders of template sets by name, in the order of the target's `templates`. */
  readonly templates: readonly SetSource[];
  readonly verify: boolean;
  /** Default: true. What is only run need not look good. */
  readonly format?: boolean;
  /** Where references to allowed hosts are sent; default: the global one. */
  readonly fetch?: typeof fetch;
}

/**
 * Generates a target's files. Writes nothing.
 * @param onDocument told of the document as soon as there is one, so that diagnostics can show its lines
 * @returns null after an error
 */
export async function generate(
  target: Target,
  options: GenerateOptions,
  diagnostics: Diagnostics,
  onDocument: (document: Document) => void,
): Promise<Generated | null> {
  const read = await readViews(target, options, diagnostics, onDocument);
  if (read === null) return null;
  const { views, ...rest } = read;

  const templates = await loadTemplateSets(options.templates, diagnostics);
  const rendered = templates && renderFiles(templates, views, diagnostics);
  if (rendered !== null && !(await checkPrinted(rendered.rendered, diagnostics))) return null;
  const formatted =
    rendered && options.format !== false
      ? await formatFiles(rendered.rendered, await prettierOptions(target.output), diagnostics)
      : (rendered?.rendered ?? null);
  if (rendered === null || formatted === null || !parseCopied(rendered.copied, diagnostics)) return null;
  if (!checkPrintedJson(rendered.rendered, formatted, diagnostics)) return null;
  const files = [...formatted, ...rendered.copied].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sources = new Map(
    [...rendered.rendered, ...rendered.copied.map(sourceOfCopied)].map((file) => [file.path, file]),
  );
  if (options.verify && !(await verifyTypes(target.output, files, sources, diagnostics))) return null;
  return { files, ...rest };
}

/** What is copied stands in the output as it does in its set. */
function sourceOfCopied({ path, name, text }: StaticFile): FileSource & OutputFile {
  const sourceOf = (line: number, column: number) => {
    return { uri: name, line, column, sourceLine: text.split("\n")[line - 1] ?? "" };
  };
  return { path, text, template: name, sourceOf };
}

/** What a document means, and what templates get of it. */
export interface Read extends Omit<Generated, "files"> {
  readonly views: Views;
}

/**
 * Reads a target's document, up to the views. Parameters and result are as those of `generate`.
 */
export async function readViews(
  target: Target,
  options: Pick<GenerateOptions, "cwd" | "fetch">,
  diagnostics: Diagnostics,
  onDocument: (document: Document) => void,
): Promise<Read | null> {
  const loaded = await loadDocument(target, options.cwd, diagnostics, onDocument);
  if (loaded === null) return null;
  const at = { path: target.document, cwd: options.cwd };
  const policy: ReferencePolicy = {
    roots: [dirname(target.document), ...target.refs.roots],
    hosts: target.refs.hosts,
    fetch: options.fetch ?? globalThis.fetch,
  };
  const { document, scan, referenced } = await followReferences(loaded, at, policy, diagnostics);
  onDocument(document);
  if (target.int64 === "number") reportLongIntegers(document, diagnostics);

  const resolved = resolveReferences(document, diagnostics, scan);
  const whole = await readExternalValues(resolved, at, policy, diagnostics);
  const upgraded = upgradeSwagger(whole.document, diagnostics);
  const normal = normalise(upgraded, diagnostics, target.int64);
  if (normal === null) return null;
  const complete = inferSchemas(normal, target.infer, diagnostics);

  const { int64, dates, pagination } = target;
  const model = buildModel(complete, target.forms, diagnostics, { int64, dates, pagination });
  if (diagnostics.hasErrors()) return null;

  const views = buildViews(model, { name: target.packageName, version: target.packageVersion });
  return { views, model, referenced: [...referenced, ...whole.referenced], resolved: upgraded.value };
}

/** The document with its overlays applied. */
async function loadDocument(
  target: Target,
  cwd: string,
  diagnostics: Diagnostics,
  onDocument: (document: Document) => void,
): Promise<Document | null> {
  const [file, ...overlays] = await Promise.all(
    [target.document, ...target.overlays].map((path) => loadFile(path, cwd, diagnostics)),
  );
  if (file === null || file === undefined) return null;
  if (!isJsonObject(file.value)) {
    const sourceLine = file.text.split(/\r\n|\r|\n/)[0] ?? "";
    const found = Array.isArray(file.value) ? "a list" : file.value === null ? "nothing" : `a ${typeof file.value}`;
    diagnostics.add(
      "document-not-object",
      { uri: file.uri, line: 1, column: 1, sourceLine },
      { found, expected: 'an object with the key "openapi"' },
    );
    return null;
  }
  let document: Document = documentOf(file, file.value);
  for (const overlay of overlays) {
    if (overlay === null) return null;
    onDocument({ ...document, files: new Map([...document.files, [overlay.uri, overlay]]) });
    const overlaid = applyOverlay(document, overlay, diagnostics);
    if (overlaid === null) return null;
    document = overlaid;
  }
  onDocument(document);
  return document;
}
