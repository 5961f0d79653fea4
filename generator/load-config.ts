/** Finds and reads the config, and makes targets of it. */
import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, defaultTemplates, type Target, type TargetConfig } from "./config.js";

/** What the user asked for cannot be understood: wrong usage, or a config with mistakes. Exit status 2. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
}

const configNames = ["ts", "mts", "js", "mjs", "json"].map((extension) => `exemplar.config.${extension}`);

/**
 * Reads the config of a folder.
 * @param cwd absolute
 * @param path the config file, where the command names one
 * @throws ConfigError where there is none or it has mistakes
 */
export async function loadConfig(cwd: string, path: string | null): Promise<readonly Target[]> {
  const file =
    path === null
      ? configNames.map((name) => join(cwd, name)).find((candidate) => existsSync(candidate))
      : resolve(cwd, path);
  if (file === undefined) {
    throw new ConfigError(
      "There is no document and no exemplar.config.ts here. Name a document, as in `exemplar generate openapi.yml`, or write a config.",
    );
  }
  if (!existsSync(file)) throw new ConfigError(`The config file ${file} does not exist.`);
  const { createJiti } = await import("jiti");
  const alias = { "openapi-exemplar": fileURLToPath(import.meta.resolve("./config.js")) };
  let loaded: unknown;
  try {
    loaded = await createJiti(import.meta.url, { alias }).import(file, { default: true });
  } catch (error) {
    throw new ConfigError(
      `${basename(file)} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return parseConfig(loaded, basename(file)).map((config) => toTarget(config, dirname(file)));
}

/** A target of what the command or a config says. */
export function toTarget(config: TargetConfig, base: string): Target {
  const output = resolve(base, config.output);
  const packageName = config.package?.name ?? basename(output);
  if (!/^(@[a-z\d-~][a-z\d._~-]*\/)?[a-z\d-~][a-z\d._~-]*$/.test(packageName) || packageName.length > 214) {
    throw new ConfigError(
      `"${packageName}" cannot be the name of a package. Set package.name, or --package, to a name that npm allows.`,
    );
  }
  return {
    document: resolve(base, config.document),
    overlays: (config.overlays ?? []).map((path) => resolve(base, path)),
    output,
    // A path has a slash or begins with a dot; anything else names a built-in set.
    templates: (config.templates ?? defaultTemplates).map((name) =>
      /^[\w-]+$/.test(name) || isAbsolute(name) ? name : resolve(base, name),
    ),
    packageName,
    packageVersion: config.package?.version ?? "0.0.0",
    required: config.infer?.required ?? "seen",
    strict: config.strict ?? false,
    verify: config.verify ?? false,
  };
}

function parseConfig(value: unknown, file: string): readonly TargetConfig[] {
  if (!isObject(value)) throw new ConfigError(`${file} has no default export that is a config object.`);
  if (!("targets" in value)) return [parseTarget(value, file)];
  const unknown = Object.keys(value).find((key) => key !== "targets");
  if (unknown !== undefined) throw new ConfigError(`${file}: "${unknown}" cannot stand beside "targets".`);
  if (!Array.isArray(value["targets"]) || value["targets"].length === 0)
    throw new ConfigError(`${file}: "targets" must be a list with at least one target.`);
  return value["targets"].map((target: unknown, index) => parseTarget(target, `${file}: targets[${index}]`));
}

type Check = readonly [test: (value: unknown) => boolean, expected: string];

const text: Check = [(value) => typeof value === "string" && value !== "", "a string"];
const texts: Check = [
  (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  "a list of strings",
];
const flag: Check = [(value) => typeof value === "boolean", "true or false"];
const nested = (checks: Readonly<Record<string, Check>>): Check => [
  (value) =>
    isObject(value) &&
    Object.entries(value).every(([key, item]) => item === undefined || (checks[key]?.[0](item) ?? false)),
  `an object with ${Object.entries(checks)
    .map(([key, [, expected]]) => `${key} (${expected})`)
    .join(" and ")}`,
];

const checks: Readonly<Record<keyof TargetConfig, Check>> = {
  document: text,
  overlays: texts,
  output: text,
  templates: texts,
  strict: flag,
  verify: flag,
  package: nested({ name: text, version: text }),
  infer: nested({
    required: [
      (value) => value === "seen" || value === "repeated" || value === "never",
      '"seen", "repeated" or "never"',
    ],
  }),
};

function parseTarget(value: unknown, where: string): TargetConfig {
  if (!isObject(value)) throw new ConfigError(`${where} must be an object.`);
  const known = new Map<string, Check>(Object.entries(checks));
  for (const [key, item] of Object.entries(value)) {
    const check = known.get(key);
    if (check === undefined)
      throw new ConfigError(`${where}: "${key}" is no option. The options are ${[...known.keys()].join(", ")}.`);
    if (item !== undefined && !check[0](item)) throw new ConfigError(`${where}: "${key}" must be ${check[1]}.`);
  }
  for (const key of ["document", "output"]) {
    if (value[key] === undefined) throw new ConfigError(`${where}: "${key}" is missing.`);
  }
  // Every member has just been checked.
  return value as unknown as TargetConfig;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
