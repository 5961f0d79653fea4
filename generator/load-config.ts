/** Finds and reads the config, and makes targets of it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { dateTypes } from "./document/dates.js";
import { formDialects } from "./document/form-dialect.js";
import { partialChoices, requiredChoices } from "./document/infer-options.js";
import { int64Types } from "./document/int64.js";
import { paginationKinds, type PaginationRule } from "./document/pagination-rule.js";
import {
  defaultTemplates,
  isBuiltinName,
  type Target,
  type TargetConfig,
  type TemplateChoice,
  type TemplateSetConfig,
} from "./config.js";
import { importModule } from "./output/import-module.js";
import { thrownText } from "./output/thrown-text.js";

/** What the user asked for cannot be understood: wrong usage, or a config with mistakes. Exit status 2. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
  /** What to do about it. */
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.help = help;
  }
}

const configNames = ["ts", "mts", "js", "mjs", "json"].map((extension) => `exemplar.config.${extension}`);

/** A target as it was asked for, and the folder that its paths are relative to. */
export interface ConfiguredTarget {
  readonly config: TargetConfig;
  /** Absolute. */
  readonly base: string;
  /** The config file, absolute; left out where the command alone says what to do. */
  readonly file?: string;
}

/**
 * Reads the config of a folder.
 * @param cwd absolute
 * @param path the config file, where the command names one
 * @throws ConfigError where there is none or it has mistakes
 */
export async function loadConfig(cwd: string, path: string | null): Promise<readonly ConfiguredTarget[]> {
  const file = findConfig(cwd, path);
  if (file === null) {
    throw new ConfigError(
      "There is no document, and no exemplar.config.ts in this folder.",
      "Name both ends, as in `exemplar generate openapi.yml -o generated/my-api`, or write a config.",
    );
  }
  if (!existsSync(file)) throw new ConfigError(`The config file ${file} does not exist.`);
  const name = relative(cwd, file);
  const loaded = file.endsWith(".json") ? await readJson(file, name) : await readModule(file, name);
  return parseConfig(loaded, name).map((config) => ({ config, base: dirname(file), file }));
}

/** The config file of a folder, or the one that the command names; null where there is none. */
export function findConfig(cwd: string, path: string | null): string | null {
  if (path !== null) return resolve(cwd, path);
  return configNames.map((name) => join(cwd, name)).find((candidate) => existsSync(candidate)) ?? null;
}

async function readJson(file: string, name: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    throw cannotLoad(name, error);
  }
}

async function readModule(file: string, name: string): Promise<unknown> {
  try {
    return await importModule(file);
  } catch (error) {
    throw cannotLoad(name, error);
  }
}

function cannotLoad(name: string, error: unknown): ConfigError {
  return new ConfigError(`${name} cannot be loaded: ${thrownText(error)}`);
}

/**
 * A target of what the command or a config says.
 * @param base what relative paths are relative to; absolute
 * @throws ConfigError for a package name that npm does not allow
 */
export function toTarget({ config, base, file }: ConfiguredTarget): Target {
  const output = resolve(base, config.output);
  return {
    document: resolve(base, config.document),
    overlays: (config.overlays ?? []).map((path) => resolve(base, path)),
    output,
    templates: config.templates?.map((entry) => templateChoice(entry, base, file)) ?? defaultTemplates,
    packageName: checkName(config.package?.name ?? nameOfFolder(output)),
    packageVersion: checkVersion(config.package?.version ?? "0.0.0"),
    infer: { required: config.infer?.required ?? "seen", partial: config.infer?.partial ?? "keep" },
    refs: {
      roots: (config.refs?.roots ?? []).map((path) => resolve(base, path)),
      hosts: (config.refs?.hosts ?? []).map(checkHost),
    },
    forms: { dialect: config.forms?.dialect ?? null, operations: config.forms?.operations ?? {} },
    pagination: { detect: config.pagination?.detect ?? true, operations: config.pagination?.operations ?? {} },
    int64: config.int64 ?? "number",
    dates: config.dates ?? "string",
    strict: config.strict ?? false,
    verify: config.verify ?? false,
  };
}

function templateChoice(entry: string | TemplateSetConfig, base: string, config: string | undefined): TemplateChoice {
  const { set, options = {} } = typeof entry === "string" ? { set: entry } : entry;
  return { set: isBuiltinName(set) ? set : resolve(base, set), options, ...(config !== undefined && { config }) };
}

/** A folder's name as npm allows it: `My API` gives `my-api`. */
function nameOfFolder(folder: string): string {
  return basename(folder)
    .toLowerCase()
    .replace(/[^a-z\d._~-]+/g, "-")
    .replace(/^[-._~]+|[-._~]+$/g, "");
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json#name */
function checkName(name: string): string {
  if (/^(@[a-z\d-~][a-z\d._~-]*\/)?[a-z\d-~][a-z\d._~-]*$/.test(name) && name.length <= 214) return name;
  throw new ConfigError(
    `${JSON.stringify(name)} cannot be the name of a package.`,
    "Set package.name in the config, or --package, to a name that npm allows: lower case, as in my-api or @my/api.",
  );
}

/** https://semver.org */
function checkVersion(version: string): string {
  if (/^\d+\.\d+\.\d+(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/.test(version)) return version;
  throw new ConfigError(`${JSON.stringify(version)} is not a version of a package; one such as 1.0.0 was expected.`);
}

/** A URL's host, with a port perhaps: `https://example.com/x` would look as if only `/x` were allowed. */
function checkHost(host: string): string {
  if (/^(?:[a-z\d-]+(?:\.[a-z\d-]+)*|\[[\da-f:.]+\])(?::\d+)?$/i.test(host))
    return host.toLowerCase().replace(/:443$/, "");
  throw new ConfigError(
    `${JSON.stringify(host)} is not a host that references may lead to.`,
    "Write the host alone, as in example.com or example.com:8443; it is asked by https: only.",
  );
}

function parseConfig(value: unknown, file: string): readonly TargetConfig[] {
  if (!isObject(value)) throw new ConfigError(`${file} has no default export that is a config object.`);
  // `$schema` is for editors of the JSON form.
  const config = Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema"));
  if (!("targets" in config)) return [parseTarget(config, file, "")];
  const unknown = Object.keys(config).find((key) => key !== "targets");
  if (unknown !== undefined) throw new ConfigError(`${file}: "${unknown}" cannot stand beside "targets".`);
  if (!Array.isArray(config["targets"]) || config["targets"].length === 0)
    throw new ConfigError(`${file}: "targets" must be a list with at least one target.`);
  const targets = config["targets"].map((target: unknown, index) => parseTarget(target, file, `targets[${index}].`));
  const outputs = targets.map(({ output }) => resolve(output));
  const twice = targets.find(({ output }, index) => outputs.indexOf(resolve(output)) !== index);
  if (twice !== undefined)
    throw new ConfigError(`${file}: two targets have the output ${JSON.stringify(twice.output)}; each needs its own.`);
  return targets;
}

/** What an option may be: a value that passes a test, an object with options of its own, or one with names of the user's. */
type Option =
  | Leaf
  | {
      readonly options: Readonly<Record<string, Option>>;
      /** `false` says the opposite of an object. */
      readonly orFalse?: boolean;
    }
  | { readonly each: Option };

interface Leaf {
  readonly test: (value: unknown) => boolean;
  readonly expected: string;
}

const isText = (value: unknown) => typeof value === "string" && value !== "";
const text: Leaf = { test: isText, expected: "a string that is not empty" };
const texts: Leaf = { test: (value) => Array.isArray(value) && value.every(isText), expected: "a list of strings" };
const sets: Leaf = {
  test: (value) => Array.isArray(value) && value.every((item) => isText(item) || isSetConfig(item)),
  expected: 'a list of names, folders, or objects { set: "…", options: { … } }',
};
const flag: Leaf = { test: (value) => typeof value === "boolean", expected: "true or false" };
const oneOf = (...words: readonly string[]): Leaf => ({
  test: (value) => words.some((word) => word === value),
  expected: `one of ${words.map((word) => JSON.stringify(word)).join(", ")}`,
});
const integer = (from: number, to: number): Leaf => ({
  test: (value) => Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to,
  expected: `an integer from ${String(from)} to ${String(to)}`,
});

const dialect = oneOf(...formDialects);

// Empty where the data is the list.
const place: Leaf = { test: (value) => typeof value === "string", expected: "a string" };

const paginationRule: Readonly<Record<keyof PaginationRule, Option>> = {
  kind: oneOf(...paginationKinds),
  page: place,
  offset: place,
  cursor: place,
  first: integer(0, Number.MAX_SAFE_INTEGER),
  items: place,
  next: place,
  lastItem: place,
  more: place,
  total: place,
  totalPages: place,
};

const targetOptions: Readonly<Record<keyof TargetConfig, Option>> = {
  document: text,
  overlays: texts,
  output: text,
  templates: sets,
  package: { options: { name: text, version: text } },
  refs: { options: { roots: texts, hosts: texts } },
  forms: {
    options: { dialect, operations: { each: { options: { dialect, properties: { each: dialect } } } } },
  },
  pagination: { options: { detect: flag, operations: { each: { options: paginationRule, orFalse: true } } } },
  int64: oneOf(...int64Types),
  dates: oneOf(...dateTypes),
  infer: { options: { required: oneOf(...requiredChoices), partial: oneOf(...partialChoices) } },
  strict: flag,
  verify: flag,
  mock: {
    options: {
      port: integer(0, 65_535),
      host: text,
      delay: integer(0, 2_147_483_647),
      cors: flag,
      echo: flag,
      dynamic: flag,
      seed: integer(0, Number.MAX_SAFE_INTEGER),
      page: flag,
    },
  },
};

/** @param prefix how the target's options are named in messages */
function parseTarget(value: unknown, file: string, prefix: string): TargetConfig {
  checkOptions(value, targetOptions, file, prefix);
  for (const key of ["document", "output"] as const) {
    if (value[key] === undefined) throw new ConfigError(`${file}: "${prefix}${key}" is missing.`);
  }
  // Every member has just been checked.
  return value as unknown as TargetConfig;
}

function checkOptions(
  value: unknown,
  options: Readonly<Record<string, Option>>,
  file: string,
  prefix: string,
): asserts value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new ConfigError(`${file}: "${prefix.slice(0, -1)}" must be an object.`);
  const known = new Map(Object.entries(options));
  for (const [key, item] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    const option = known.get(key);
    if (option === undefined)
      throw new ConfigError(
        `${file}: "${name}" is no option.`,
        `The options ${prefix === "" ? "" : "there "}are ${[...known.keys()].join(", ")}.`,
      );
    if (item === undefined) continue;
    checkOption(item, option, file, name);
  }
}

function checkOption(item: unknown, option: Option, file: string, name: string): void {
  if ("options" in option && option.orFalse === true && item === false) return;
  if ("options" in option) checkOptions(item, option.options, file, `${name}.`);
  else if ("test" in option) {
    if (!option.test(item)) throw new ConfigError(`${file}: "${name}" must be ${option.expected}.`);
  } else if (!isObject(item)) throw new ConfigError(`${file}: "${name}" must be an object.`);
  else for (const [key, value] of Object.entries(item)) checkOption(value, option.each, file, `${name}.${key}`);
}

function isSetConfig(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { set, options = {}, ...others } = value;
  return isText(set) && isObject(options) && Object.keys(others).length === 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
