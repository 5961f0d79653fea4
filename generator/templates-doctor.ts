/** Whether templates fit the views of this version: what `exemplar templates doctor` finds, without any document. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "./diagnostics.js";
import { createRenderer } from "./output/compile-template.js";
import { iterationsOf, unknownIteration, withTemplateLines } from "./output/render-files.js";
import { loadTemplateSets, type SetSource } from "./output/template-set.js";
import { templateProblems } from "./output/template-types.js";

/** How much was looked at. */
export interface Examined {
  readonly templates: number;
  readonly partials: number;
  readonly helpers: number;
}

/**
 * Checks the templates of sets that are layered: each compiles, and each path, helper and partial in it is there.
 * @param sources the later wins
 * @param diagnostics takes what is wrong, with line and column
 * @returns null where a set cannot be read
 */
export async function examineTemplates(
  sources: readonly SetSource[],
  diagnostics: Diagnostics,
): Promise<Examined | null> {
  const set = await loadTemplateSets(sources, diagnostics);
  if (set === null) return null;
  const lined = withTemplateLines(diagnostics, set);
  const renderer = createRenderer(set.partials, withoutUnknownNames(lined), { helpers: set.helpers });
  for (const template of set.templates) renderer.compile(template);
  for (const { name, path } of set.templates) {
    const unknown = unknownIteration(iterationsOf(path));
    if (unknown !== null) lined.add("template-iteration-unknown", { uri: name, line: 1, column: 1 }, { name: unknown });
  }
  const world = { helpers: new Set(set.helpers.keys()), options: set.options };
  const all = [...set.templates, ...set.partials].map(({ name, text }) => ({ path: name, text }));
  const { Project } = await import("ts-morph");
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { strict: true } });
  for (const { place, what } of templateProblems(all, project.addSourceFileAtPath(viewTypes()), world))
    lined.add("template-unfit", place, { what });
  return { templates: set.templates.length, partials: set.partials.length, helpers: set.helpers.size };
}

/** Without what `templateProblems` says of all templates, and of partials that nothing calls. */
function withoutUnknownNames(diagnostics: Diagnostics): Diagnostics {
  return {
    ...diagnostics,
    add(code, place, parameters) {
      if (code !== "template-partial-unknown" && code !== "template-helper-unknown")
        diagnostics.add(code, place, parameters);
    },
  };
}

/** The module with the view types: its declarations, where the generator is compiled. */
function viewTypes(): string {
  const declarations = fileURLToPath(new URL("./view/view.d.ts", import.meta.url));
  return existsSync(declarations) ? declarations : fileURLToPath(new URL("./view/view.ts", import.meta.url));
}
