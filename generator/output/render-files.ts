/** Templates and views to files, not formatted yet. */
import type { Diagnostics } from "../diagnostics.js";
import type { OperationView, SchemaView, TagView, Views, WebhookView } from "../view/view.js";
import { createRenderer, type Renderer } from "./compile-template.js";
import type { OutputFile } from "./output-file.js";
import { reachableRuntime } from "./reachable-runtime.js";
import { foldPath, isSafePath, parentPaths } from "./safe-path.js";
import type { PathTemplate, StaticFile, TemplateSet } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";

/** A file that is to be formatted, and the template that it came from. */
export interface RenderedFile extends OutputFile {
  readonly template: string;
}

export interface RenderedFiles {
  readonly rendered: readonly RenderedFile[];
  /** Copied as they are: everything but modules of `src/runtime` that nothing imports. */
  readonly copied: readonly StaticFile[];
}

/**
 * Renders all templates of a set.
 * @returns null after an error. A template that prints nothing but white space makes no file.
 */
export function renderFiles(set: TemplateSet, views: Views, problems: Diagnostics): RenderedFiles | null {
  const diagnostics = withLines(problems, [...set.templates, ...set.partials]);
  const renderer = createRenderer(set.partials, diagnostics);
  const results = set.templates.map((template) => renderTemplate(template, views, renderer, diagnostics));
  const rendered = results.flatMap((files) => files ?? []);
  const copied = reachableRuntime(rendered, set.statics);
  const outputs = [...rendered.map(({ path, template }) => ({ path, name: template })), ...copied];
  return !checkPaths(outputs, diagnostics) || results.includes(null) ? null : { rendered, copied };
}

/** A collector that shows the line of a template with what is reported of it: no stage after this one has the text. */
function withLines(diagnostics: Diagnostics, templates: readonly Pick<TemplateSource, "name" | "text">[]): Diagnostics {
  const texts = new Map(templates.map(({ name, text }) => [name, text]));
  return {
    ...diagnostics,
    add(code, place, parameters) {
      const isPosition = place !== null && "line" in place;
      const sourceLine = isPosition ? texts.get(place.uri)?.split("\n")[place.line - 1] : undefined;
      const shown = isPosition && sourceLine !== undefined ? { ...place, sourceLine } : place;
      diagnostics.add(code, shown, parameters);
    },
  };
}

/** All files of one template; null after an error in one of them. */
function renderTemplate(
  template: PathTemplate,
  views: Views,
  renderer: Renderer,
  diagnostics: Diagnostics,
): readonly RenderedFile[] | null {
  const files = instancesOf(template, views, diagnostics)?.map(({ path, view }) => ({
    path,
    text: renderer.render(template, view),
  }));
  if (files === undefined) return null;
  const good = files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text, template: template.name }]));
  return good.length === files.length ? good.filter(({ text }) => text.trim() !== "") : null;
}

interface Instance {
  readonly path: string;
  readonly view: object;
}

/** The outputs of a template: one, or one for each of what its path iterates over. */
function instancesOf(template: PathTemplate, views: Views, diagnostics: Diagnostics): readonly Instance[] | null {
  const names = [...template.path.matchAll(/\[([^\]/]*)\]/g)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !["tag", "operation", "webhook", "schema"].includes(name));
  if (unknown !== undefined) {
    diagnostics.add("template-iteration-unknown", { uri: template.name, line: 1, column: 1 }, { name: unknown });
    return null;
  }
  const fill = (slugs: Readonly<Record<string, string>>) => {
    return template.path.replace(/\[([^\]/]*)\]/g, (whole, name: string) => slugs[name] ?? whole);
  };
  if (names.includes("operation"))
    return views.operations.map((view: OperationView) => ({
      view,
      path: fill({ operation: view.slug, tag: view.tag }),
    }));
  if (names.includes("webhook"))
    return views.webhooks.map((view: WebhookView) => ({ view, path: fill({ webhook: view.slug }) }));
  if (names.includes("tag")) return views.tags.map((view: TagView) => ({ view, path: fill({ tag: view.slug }) }));
  if (names.includes("schema"))
    return views.schemas.map((view: SchemaView) => ({ view, path: fill({ schema: view.slug }) }));
  return [{ path: template.path, view: views.package }];
}

/** Reports files that cannot stand side by side in one folder; false where there are any. */
function checkPaths(
  outputs: readonly { readonly path: string; readonly name: string }[],
  diagnostics: Diagnostics,
): boolean {
  const owners = new Map<string, string>();
  let good = true;
  for (const { path, name } of outputs) {
    const other = owners.get(foldPath(path));
    owners.set(foldPath(path), name);
    if (other !== undefined) diagnostics.add("template-output-clash", null, { name, path, other });
    good &&= other === undefined;
  }
  for (const { path, name } of outputs) {
    const isSafe = isSafePath(path) && !parentPaths(foldPath(path)).some((parent) => owners.has(parent));
    if (!isSafe) diagnostics.add("template-output-unsafe", null, { name, path });
    good &&= isSafe;
  }
  return good;
}
