/** `exemplar inspect`: prints what a document means, or what templates get of it. */
import { chooseTarget } from "./choose-target.js";
import { type Flags, overrideConfig } from "./command-config.js";
import { collectDiagnostics } from "./diagnostics.js";
import type { Document } from "./document/document.js";
import { nearestOf } from "./document/known-keys.js";
import type { Read } from "./generate.js";
import { ConfigError, toTarget } from "./load-config.js";
import { withSetFields } from "./output/render-files.js";
import { loadTemplateSets } from "./output/template-set.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";
import { templateSources } from "./template-sources.js";
import type { ViewKind } from "./view-kinds.js";
import type { Views } from "./view/view.js";

/** As commander gives them. */
export interface InspectFlags extends Flags {
  readonly view?: ViewKind;
  /** Of a tag, an operation and so on: as the document, or the file, has it. */
  readonly name?: string;
  readonly model?: boolean;
}

/** Where the command prints. */
export interface InspectTerminal {
  /** Absolute. */
  readonly cwd: string;
  /** To stdout. */
  readonly write: (text: string) => Promise<void>;
  /** To stderr. */
  readonly report: (diagnostics: readonly LocatedDiagnostic[]) => void;
}

/**
 * Runs the command.
 * @returns whether there was something to print; what is wrong with the document was reported
 * @throws ConfigError for arguments that do not go together, and for a name that no view has
 */
export async function runInspect(
  document: string | undefined,
  flags: InspectFlags,
  terminal: InspectTerminal,
): Promise<boolean> {
  const { cwd } = terminal;
  if (flags.model === true && flags.view !== undefined)
    throw new ConfigError("--model and --view cannot be given both.", "Leave one of the two out.");
  if (flags.name !== undefined && (flags.view === undefined || flags.view === "package"))
    throw new ConfigError("--name says which view is printed.", "Add --view, as in --view operation --name getPet.");
  const { configured } = await chooseTarget(document, flags, { cwd, command: "inspect" });
  const target = toTarget({ ...configured, config: overrideConfig(configured.config, flags, cwd) });

  const diagnostics = collectDiagnostics({ strict: target.strict });
  let files: Document["files"] = new Map();
  const { readViews } = await import("./generate.js");
  const read = await readViews(target, { cwd }, diagnostics, (loaded) => {
    files = loaded.files;
  });
  const sets = read && (await loadTemplateSets(templateSources(target.templates, cwd), diagnostics));
  terminal.report(locateAll(diagnostics, files));
  if (read === null || sets === null || diagnostics.hasErrors()) return false;
  const { jsonTextOf, yamlText } = await import("./output/print-data.js");
  const chosen = choose(read, withSetFields(read.views, { options: sets.options }), flags);
  await terminal.write(flags.json === true ? jsonTextOf(chosen) : yamlText(chosen));
  return true;
}

function choose({ model }: Read, views: Views, { view, name, model: isModel }: InspectFlags): unknown {
  if (isModel === true) return model;
  if (view === undefined) return contentsOf(views);
  if (view === "package") return views.package;
  const list = views[`${view}s`];
  if (name === undefined) return list;
  const found = list.find((each) => each.name === name || each.slug === name || idOf(each) === name);
  if (found !== undefined) return found;
  const known = list.flatMap((each) => [each.name, each.slug]);
  const nearest = nearestOf(name, known);
  throw new ConfigError(
    `There is no ${view} ${JSON.stringify(name)}.`,
    nearest === null ? `\`exemplar inspect\` lists all.` : `Perhaps ${JSON.stringify(nearest)} was meant.`,
  );
}

function idOf(view: object): string | null {
  if (!("id" in view)) return null;
  const { id } = view;
  return typeof id === "object" && id !== null && "text" in id && typeof id.text === "string" ? id.text : null;
}

/** The names of all views, by kind. */
function contentsOf(views: Views): Readonly<Record<ViewKind, unknown>> {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return {
    package: views.package.name,
    tag: names(views.tags),
    operation: names(views.operations),
    webhook: names(views.webhooks),
    schema: names(views.schemas),
    extension: names(views.extensions),
  };
}
