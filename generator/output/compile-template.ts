/**
 * Templates become functions of their view. `{{x}}` prints x in the language of the output file, whatever x is; there is
 * no way to print text unescaped, and no way to name a field, partial or helper that is not there (design, section 4).
 */
import Handlebars from "handlebars";
import type { Diagnostics } from "../diagnostics.js";
import { nearestOf } from "../document/known-keys.js";
import type { Helpers } from "./template-helper.js";
import { templateHelpers } from "./template-helpers.js";
import { checkPlaces, type Languages } from "./template-places.js";
import type { Scope } from "./template-scope.js";
import { type PartialSource, type TemplateLanguage, templatePlace, type TemplateSource } from "./template-source.js";
import { parseTemplate } from "./template-syntax.js";
import { HELPERS, helpersOf, partialKey, partialName, type Site, wrapTemplate } from "./template-wrap.js";

export interface Renderer {
  /**
   * Prints a view. A template is compiled the first time that it is seen; it is known by its identity.
   * @param view plain data, lists and code values
   * @returns the text with `\n` as line end, not formatted; or null after a diagnostic
   */
  readonly render: (template: TemplateSource, view: object) => string | null;
  /** Compiles a template without rendering it. @returns whether it could be; if not, after a diagnostic */
  readonly compile: (template: TemplateSource) => boolean;
}

interface Compiled {
  readonly print: (scope: Scope) => string;
  /** False after a diagnostic: what it prints lacks something. */
  readonly isWhole: boolean;
}

const nothing: Compiled = { print: () => "", isWhole: false };

/** Never an option that begins with `allowProto`: with the wrapping, Handlebars looks up nothing but helpers. */
const COMPILE_OPTIONS: CompileOptions = {
  knownHelpers: Object.fromEntries(Object.values(HELPERS).map((name) => [name, true])),
  knownHelpersOnly: true,
  noEscape: true,
  strict: true,
  preventIndent: true,
  explicitPartialContext: true,
  data: false,
};

export interface RenderOptions {
  /** The texts of the config and of the generator, which print where a document's do not. Default: none. */
  readonly settings?: ReadonlySet<string>;
  /** Those that templates may call. Default: none. */
  readonly helpers?: Helpers;
  /** True to have marks in the text that `readTrace` reads. */
  readonly isTraced?: boolean;
}

/**
 * A renderer for a template set.
 * @param partials those that its templates may call; of two with one name the later wins
 * @param diagnostics takes what is wrong with templates, and where a template and its view do not fit
 */
export function createRenderer(
  partials: readonly PartialSource[],
  diagnostics: Diagnostics,
  { helpers: own = new Map(), isTraced = false, settings = new Set() }: RenderOptions = {},
): Renderer {
  const environment = Handlebars.create();
  const sites: Site[] = [];
  let problems = 0;
  const helpers = templateHelpers(
    (number) => siteAt(sites, number),
    { helpers: own, settings },
    (code, site, parameters) => {
      problems += 1;
      diagnostics.add(code, site.place, parameters);
    },
  );
  for (const name of Object.values(HELPERS)) environment.registerHelper(name, helpers[name]);

  const compile = createCompiler(environment, sites, { partials, helpers: own, isTraced }, diagnostics);
  const compiled = new Map<TemplateSource, Compiled>();
  const compileOnce = (template: TemplateSource): Compiled => {
    const known = compiled.get(template);
    if (known !== undefined) return known;
    const result = compile(template, { language: template.language, included: false });
    compiled.set(template, result);
    return result;
  };
  return {
    compile: (template) => compileOnce(template).isWhole,
    render(template, view) {
      const { print, isWhole } = compileOnce(template);
      const before = problems;
      helpers.begin();
      // Also where a partial or a helper lacks, so that unknown fields are told in the same run.
      const text = print({ value: view, outer: null, calls: 0 });
      return isWhole && problems === before ? text : null;
    },
  };
}

function siteAt(sites: readonly Site[], number: number): Site {
  const site = sites[number];
  if (site === undefined) throw new Error(`There is no tag number ${number}`);
  return site;
}

interface TemplateUse {
  readonly language: TemplateLanguage;
  /** True for partials. */
  readonly included: boolean;
}

/** Compiles templates, and each partial that they call, once for each language that it is called in. */
function createCompiler(
  environment: typeof Handlebars,
  sites: Site[],
  {
    partials,
    helpers,
    isTraced,
  }: Required<Omit<RenderOptions, "settings">> & { readonly partials: readonly PartialSource[] },
  diagnostics: Diagnostics,
): (source: { readonly name: string; readonly text: string }, use: TemplateUse) => Compiled {
  const sources = new Map(partials.map((source) => [source.partial, source]));
  /** By `partialKey`: false after a diagnostic. True also while it is compiled, as it may call itself. */
  const ready = new Map<string, boolean>();

  function compile(source: { readonly name: string; readonly text: string }, use: TemplateUse): Compiled {
    const text = source.text.replaceAll("\r\n", "\n");
    // A call that has a line of its own leaves its line end to the partial, which is whole lines.
    const template = { name: source.name, text: use.included && !text.endsWith("\n") ? `${text}\n` : text };
    const program = parseTemplate(template, diagnostics);
    const languages = program === null ? null : checkPlaces(program, template, use, diagnostics);
    if (program === null || languages === null) return nothing;
    let isWhole = preparePartials(languages, template.name);
    const addSite = (site: Site) => {
      for (const name of helpersOf(site).filter((called) => !helpers.has(called))) {
        isWhole = false;
        reportHelper(name, site);
      }
      return sites.push(site) - 1;
    };
    const trims = template.text.includes("~");
    const tree = wrapTemplate(program, { template: template.name, languages, trims, addSite, isTraced });
    return { print: environment.compile<Scope>(tree, COMPILE_OPTIONS), isWhole };
  }

  function reportHelper(name: string, { place }: Site): void {
    const known = [...helpers.keys()];
    diagnostics.add("template-helper-unknown", place, { name, known, nearest: nearestOf(name, known) });
  }

  function preparePartials(languages: Languages, template: string): boolean {
    const outcomes = [...languages].map(([statement, language]) => {
      if (statement.type !== "PartialStatement") return true;
      const name = partialName(statement);
      const source = sources.get(name);
      if (source !== undefined) return preparePartial(source, language);
      const place = templatePlace(template, statement.loc.start);
      environment.registerPartial(partialKey(name, language), nothing.print);
      const known = [...sources.keys()];
      diagnostics.add("template-partial-unknown", place, { name, known, nearest: nearestOf(name, known) });
      return false;
    });
    return outcomes.every(Boolean);
  }

  function preparePartial(source: PartialSource, language: TemplateLanguage): boolean {
    const key = partialKey(source.partial, language);
    const known = ready.get(key);
    if (known !== undefined) return known;
    ready.set(key, true);
    const { print, isWhole } = compile(source, { language, included: true });
    ready.set(key, isWhole);
    environment.registerPartial(key, print);
    return isWhole;
  }

  return compile;
}
