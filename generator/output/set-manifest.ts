/** What a template set says of itself: `set.json` beside its templates. */
import { isJsonObject, type JsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/** A set without a `set.json` says nothing: each part is empty. */
export interface SetManifest {
  /** By which templates name its options; null: that of its folder. */
  readonly name: string | null;
  readonly description: string;
  /** The version of the views that its templates were written for; null where it does not say. */
  readonly views: number | null;
  /** Names of sets whose files this one's need. */
  readonly requires: readonly string[];
  /** JSON Schemas of the options that a config may give it, by name; a `default` is what it has without. */
  readonly options: Readonly<Record<string, Schema>>;
  /** What the package needs beside, by name: versions as npm writes them. */
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Subpaths of the package, such as `./mock`, and the modules behind them: paths below `src`, without extension. */
  readonly exports: Readonly<Record<string, string>>;
}

const nothing: SetManifest = {
  name: null,
  description: "",
  views: null,
  requires: [],
  options: {},
  peerDependencies: {},
  exports: {},
};

const keys = ["$schema", ...Object.keys(nothing)];

/**
 * Reads the text of a `set.json`.
 * @param text null where the set has none
 * @returns the manifest, or what is wrong with it, as a sentence without its end
 */
export function readSetManifest(text: string | null): SetManifest | string {
  if (text === null) return nothing;
  const value = parse(text);
  if (!isJsonObject(value)) return value === undefined ? "it is no JSON" : "it is no object";
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `${JSON.stringify(unknown)} is none of ${keys.join(", ")}`;
  const {
    name = null,
    description = "",
    views = null,
    requires = [],
    options = {},
    peerDependencies = {},
    exports = {},
  } = value;
  if (name !== null && (typeof name !== "string" || !/^[A-Za-z][\w-]*$/.test(name)))
    return '"name" must be letters, digits and hyphens';
  if (typeof description !== "string") return '"description" must be text';
  if (views !== null && typeof views !== "number") return '"views" must be the number of a version';
  if (!isTexts(requires)) return '"requires" must be a list of names of sets';
  if (!isSchemas(options)) return '"options" must be an object of JSON Schemas, by names of letters and digits';
  if (!isTextsByName(peerDependencies, PACKAGE, /./))
    return '"peerDependencies" must be an object of versions, by names of packages';
  if (!isTextsByName(exports, SUBPATH, MODULE))
    return '"exports" must be an object of modules below src, by subpaths such as "./mock"';
  return { name, description, views, requires, options, peerDependencies, exports };
}

const PACKAGE = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/;
const SUBPATH = /^\.(?:\/[\w@-][\w.@-]*)+(?:\/\*)?$/;
const MODULE = /^[\w@-][\w.@-]*(?:\/[\w@-][\w.@-]*)*(?:\/\*)?$/;

function parse(text: string): JsonValue | undefined {
  try {
    // `JSON.parse` is typed as any.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as JsonValue;
  } catch {
    return undefined;
  }
}

function isTexts(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isSchemas(value: JsonValue): value is Readonly<Record<string, Schema>> {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([name, item]) => /^[A-Za-z]\w*$/.test(name) && isJsonObject(item))
  );
}

function isTextsByName(value: JsonValue, names: RegExp, texts: RegExp): value is Readonly<Record<string, string>> {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([name, item]) => names.test(name) && typeof item === "string" && texts.test(item))
  );
}

/**
 * The options of a set: what was given, and the defaults of what was not.
 * @returns the options, or what is wrong with those that were given, as a sentence without its end
 */
export async function readSetOptions(
  { options }: SetManifest,
  given: JsonObject,
): Promise<{ readonly ok: true; readonly options: JsonObject } | { readonly ok: false; readonly reason: string }> {
  const names = Object.keys(options);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? "it has none" : `there are ${names.join(", ")}`;
    return { ok: false, reason: `it has no option ${JSON.stringify(unknown)}; ${known}` };
  }
  const reason = Object.keys(given).length === 0 ? null : await violation(options, given);
  if (reason !== null) return { ok: false, reason };
  // Templates may name every option: one without default and value is null.
  return {
    ok: true,
    options: jsonObject(names.map((name) => [name, given[name] ?? options[name]?.["default"] ?? null])),
  };
}

async function violation(options: SetManifest["options"], given: JsonObject): Promise<string | null> {
  const [{ Ajv2020 }, { default: formats }] = await Promise.all([import("ajv/dist/2020.js"), import("ajv-formats")]);
  const ajv = formats.default(new Ajv2020({ strict: false, logger: false }));
  for (const [name, value] of Object.entries(given)) {
    const check = ajv.compile(options[name] ?? true);
    if (check(value)) continue;
    const [error] = check.errors ?? [];
    const where = `${name}${(error?.instancePath ?? "").replaceAll("/", ".")}`;
    const allowed: unknown = error?.keyword === "enum" ? error.params["allowedValues"] : undefined;
    const words =
      allowed === undefined ? (error?.message ?? "is not allowed") : `must be one of ${JSON.stringify(allowed)}`;
    return `its option ${where} ${words}`;
  }
  return null;
}
