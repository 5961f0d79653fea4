/** The options that a config gives a template set, held against the JSON Schemas of its `set.json`. */
import { type JsonObject, jsonObject } from "../document/json.js";
import type { SetManifest } from "./set-manifest.js";

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
    let check;
    try {
      check = ajv.compile(options[name] ?? true);
    } catch (error) {
      return `the JSON Schema of ${name} in its set.json is wrong: ${error instanceof Error ? error.message : String(error)}`;
    }
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
