/** Templates and views to files, not formatted yet. */
import type { Diagnostics } from "../diagnostics.js";
import type { OperationView, SchemaView, TagView, Views } from "../view/view.js";
import { createRenderer } from "./compile-template.js";
import type { OutputFile } from "./output-file.js";
import { reachableRuntime } from "./reachable-runtime.js";
import type { PathTemplate, TemplateSet } from "./template-set.js";

/** A file that is to be formatted, and the template that it came from. */
export interface RenderedFile extends OutputFile {
  readonly template: string;
}

export interface RenderedFiles {
  readonly rendered: readonly RenderedFile[];
  /** Copied as they are: everything but modules of `src/runtime` that nothing imports. */
  readonly copied: readonly OutputFile[];
}

/**
 * Renders all templates of a set.
 * @returns null after an error. A template that prints nothing but white space makes no file.
 */
export function renderFiles(set: TemplateSet, views: Views, diagnostics: Diagnostics): RenderedFiles | null {
  const renderer = createRenderer(set.partials, diagnostics);
  let failed = false;
  const rendered = set.templates.flatMap((template) => {
    const instances = instancesOf(template, views, diagnostics);
    if (instances === null) failed = true;
    return (instances ?? []).flatMap(({ path, view }): RenderedFile[] => {
      const text = renderer.render(template, view);
      if (text === null) failed = true;
      return text === null || text.trim() === "" ? [] : [{ path, text, template: template.name }];
    });
  });
  if (failed || hasClash(rendered, diagnostics)) return null;
  return { rendered, copied: reachableRuntime(rendered, set.statics) };
}

interface Instance {
  readonly path: string;
  readonly view: object;
}

/** The outputs of a template: one, or one for each of what its path iterates over. */
function instancesOf(template: PathTemplate, views: Views, diagnostics: Diagnostics): readonly Instance[] | null {
  const names = [...template.path.matchAll(/\[([^\]/]*)\]/g)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !["tag", "operation", "schema"].includes(name));
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
  if (names.includes("tag")) return views.tags.map((view: TagView) => ({ view, path: fill({ tag: view.slug }) }));
  if (names.includes("schema"))
    return views.schemas.map((view: SchemaView) => ({ view, path: fill({ schema: view.slug }) }));
  return [{ path: template.path, view: views.package }];
}

function hasClash(files: readonly RenderedFile[], diagnostics: Diagnostics): boolean {
  const owners = new Map<string, string>();
  let clashes = false;
  for (const { path, template } of files) {
    const key = path.toLowerCase();
    const owner = owners.get(key);
    if (owner !== undefined) {
      diagnostics.add("template-output-clash", { uri: template, line: 1, column: 1 }, { path, other: owner });
      clashes = true;
    }
    owners.set(key, template);
  }
  return clashes;
}
