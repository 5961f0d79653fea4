/** Templates and views to files, not formatted yet. */
import { extname } from "node:path";
import { collectDiagnostics, type Diagnostics, type TextPosition } from "../diagnostics.js";
import { jsonObject } from "../document/json.js";
import type { PackageView, SetView, Views } from "../view/view.js";
import { createRenderer, type Renderer } from "./compile-template.js";
import type { OutputFile } from "./output-file.js";
import { withExports } from "./package-exports.js";
import { textsIn } from "./print-value.js";
import { reachableRuntime } from "./reachable-runtime.js";
import { foldPath, parentPaths, unsafety } from "./safe-path.js";
import type { PathTemplate, StaticFile, TemplateSet } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";
import { readTrace, type Trace, type TracedPrint } from "./template-trace.js";

/** A file that is to be formatted, and the template that it came from. */
export interface RenderedFile extends OutputFile {
  readonly template: string;
  /** What tags printed in it; null where nothing of a user's set had a part in it. */
  readonly printed: readonly TracedPrint[] | null;
  /** Where in which template what stands at a line and column of the text comes from; it is rendered again for that. */
  readonly sourceOf: (line: number, column: number) => TextPosition | null;
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
  const lineAt = lineIn(set);
  const diagnostics = withTemplateLines(problems, set);
  const { helpers, options } = set;
  const traced = new Set(set.templates.filter(({ isBuiltIn, text }) => !isBuiltIn || namesForeign(text, set)));
  const renderingWith = (settings: ReadonlySet<string>): Rendering => {
    let tracer: Renderer | undefined;
    return {
      diagnostics,
      lineAt,
      renderer: createRenderer(set.partials, diagnostics, { helpers, settings }),
      isTraced: (template) => traced.has(template),
      trace(template, view) {
        tracer ??= createRenderer(set.partials, diagnostics, { helpers, settings, isTraced: true });
        const marked = tracer.render(template, view);
        return marked === null ? null : readTrace(marked);
      },
    };
  };
  // Which subpaths a package exports depends on its files.
  const [others, last] = partition(set.templates, ({ path }) => path !== "package.json");
  const own = withSetFields(views, { options, components: views.schemas });
  const known = new Set(textsIn([own.package.name, own.package.version, options]));
  const rendering = renderingWith(known);
  const before = others.map((template) => renderTemplate(template, own, rendering));
  const paths = [...before.flatMap((files) => files ?? []), ...set.statics].map(({ path }) => path);
  const whole = packageOf(own.package, set, paths);
  const { name, version, exports, peerDependencies } = whole;
  const settings = new Set(textsIn([name, version, exports, peerDependencies, options]));
  const after = last.map((template) => renderTemplate(template, { ...own, package: whole }, renderingWith(settings)));
  const results = [...before, ...after];
  const rendered = results.flatMap((files) => files ?? []);
  const copied = reachableRuntime(rendered, set.statics);
  const outputs = [...rendered.map(({ path, template }) => ({ path, name: template })), ...copied];
  return !checkPaths(outputs, diagnostics) || results.includes(null) ? null : { rendered, copied };
}

/** The view of the package, with what template sets add to its package.json. */
function packageOf(view: PackageView, set: TemplateSet, paths: readonly string[]): PackageView {
  const peers = Object.entries(set.peerDependencies).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...view,
    exports: withExports(view.exports, set.exports, paths),
    peerDependencies: peers.length > 0 ? jsonObject(peers) : null,
  };
}

/** Whether a text calls a partial or a helper of a user's set, itself or in a partial that it calls. */
function namesForeign(text: string, set: TemplateSet, seen: ReadonlySet<string> = new Set()): boolean {
  if (set.foreign.size === 0) return false;
  const names = [...text.matchAll(/\{\{[^}]*\}\}/g)].flatMap(([tag]) => tag.match(/[^\s{}()>#"']+/g) ?? []);
  if (names.some((name) => set.foreign.has(name))) return true;
  const called = set.partials.filter(({ partial }) => names.includes(partial) && !seen.has(partial));
  const known = new Set([...seen, ...called.map(({ partial }) => partial)]);
  return called.some((partial) => namesForeign(partial.text, set, known));
}

interface Rendering {
  readonly diagnostics: Diagnostics;
  readonly lineAt: LineAt;
  readonly renderer: Renderer;
  /** Whether the files of a template are rendered with a trace at once. */
  readonly isTraced: (template: PathTemplate) => boolean;
  readonly trace: (template: TemplateSource, view: object) => Trace | null;
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

/**
 * Views as the templates of a set get them, but that an export is there also where its template would print nothing.
 * Renders nothing.
 */
export function viewsForSet(views: Views, set: TemplateSet): Views {
  const instances = set.templates.flatMap((template) => instancesOf(template, views, collectDiagnostics()) ?? []);
  const paths = [...instances, ...set.statics].map(({ path }) => path);
  return withSetFields({ ...views, package: packageOf(views.package, set, paths) }, { options: set.options });
}

/** Views with what every view has beside its own fields: what templates get. */
function withSetFields(views: Views, fields: Partial<SetView>): Views {
  const add = <View extends object>(view: View) => ({ ...view, ...fields });
  return {
    package: add(views.package),
    tags: views.tags.map(add),
    operations: views.operations.map(add),
    webhooks: views.webhooks.map(add),
    schemas: views.schemas.map(add),
    extensions: views.extensions.map(add),
  };
}

/** The text of a line of a template; undefined where there is none. */
type LineAt = (place: TextPosition) => string | undefined;

function lineIn({ templates, partials }: Pick<TemplateSet, "templates" | "partials">): LineAt {
  const texts = new Map([...templates, ...partials].map(({ name, text }) => [name, text]));
  return ({ uri, line }) => texts.get(uri)?.split("\n")[line - 1];
}

/** A collector that shows the line of a template with what is reported of it: no stage after this one has the text. */
export function withTemplateLines(
  diagnostics: Diagnostics,
  set: Pick<TemplateSet, "templates" | "partials">,
): Diagnostics {
  const lineAt = lineIn(set);
  return {
    ...diagnostics,
    add(code, place, parameters) {
      diagnostics.add(code, place !== null && "line" in place ? withLine(place, lineAt) : place, parameters);
    },
  };
}

function withLine(place: TextPosition, lineAt: LineAt): TextPosition {
  const sourceLine = lineAt(place);
  return sourceLine === undefined ? place : { ...place, sourceLine };
}

/** All files of one template; null after an error in one of them. */
function renderTemplate(
  template: PathTemplate,
  views: Views,
  { renderer, diagnostics, lineAt, isTraced, trace }: Rendering,
): readonly RenderedFile[] | null {
  const instances = instancesOf(template, views, diagnostics);
  if (instances === null) return null;
  const files = instances.flatMap(({ path, view }): readonly RenderedFile[] => {
    const known = isTraced(template) ? trace(template, view) : null;
    const text = isTraced(template) ? (known?.text ?? null) : renderer.render(template, view);
    if (text === null) return [];
    const sourceOf = (line: number, column: number) => {
      const traced = known ?? trace(template, view);
      const found = traced?.placeAt(offsetOf(traced.text, line, column)) ?? null;
      return found && withLine(found, lineAt);
    };
    const printed = known && known.printed.map((each) => ({ ...each, place: withLine(each.place, lineAt) }));
    return [{ path, text, template: template.name, printed, sourceOf }];
  });
  return files.length === instances.length ? files.filter(({ text }) => text.trim() !== "") : null;
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

interface Instance {
  readonly path: string;
  readonly view: object;
}

/** What a name in brackets iterates over; of several in a path the first of these is what the file is about. */
const iterated = ["operation", "webhook", "tag", "schema", "extension"] as const;

/** The names in brackets of a template's path. */
export function iterationsOf(path: string): readonly string[] {
  return [...path.matchAll(/\[([^\]/]*)\]/g)].map(([, name = ""]) => name);
}

/** The first name that means nothing there: a file is about one thing, and of these an operation has a tag. */
export function unknownIteration(names: readonly string[]): string | null {
  const subject = iterated.find((name) => names.includes(name));
  return names.find((name) => name !== subject && !(name === "tag" && subject === "operation")) ?? null;
}

/** The outputs of a template: one, or one for each of what its path iterates over. */
function instancesOf(template: PathTemplate, views: Views, diagnostics: Diagnostics): readonly Instance[] | null {
  const names = iterationsOf(template.path);
  const unknown = unknownIteration(names);
  if (unknown !== null) {
    diagnostics.add("template-iteration-unknown", { uri: template.name, line: 1, column: 1 }, { name: unknown });
    return null;
  }
  if (extname(template.path).includes("[")) {
    diagnostics.add("template-extension-open", { uri: template.name, line: 1, column: 1 }, {});
    return null;
  }
  const subject = iterated.find((name) => names.includes(name));
  if (subject === undefined) return [{ path: template.path, view: views.package }];
  return views[`${subject}s`].map((view) => {
    // An operation lies in the folder of its tag.
    const slugs = new Map<string, string>([
      [subject, view.slug],
      ...("tag" in view ? [["tag", view.tag] as const] : []),
    ]);
    return { view, path: template.path.replace(/\[([^\]/]*)\]/g, (whole, name: string) => slugs.get(name) ?? whole) };
  });
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
    const file = parentPaths(foldPath(path)).find((parent) => owners.has(parent));
    const why = file === undefined ? unsafety(path) : { file, other: owners.get(file) ?? "" };
    if (why !== null) diagnostics.add("template-output-unsafe", null, { name, path, why });
    good &&= why === null;
  }
  return good;
}
