/** The options that a config gives a template set, held against the JSON Schemas of its `set.json`. */
import { type JsonObject, jsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import { readOptionSchema, type SchemaProblem } from "./option-schema.js";
import { checkPlainData } from "./plain-data.js";
import type { SetManifest } from "./set-manifest.js";
import { unprintable } from "../view/code.js";

/** Options, or what is wrong with those that were given, as a sentence without its end. */
type Outcome = { readonly ok: true; readonly options: JsonObject } | { readonly ok: false; readonly reason: string };

/** The options of a set: what was given, and the defaults of what was not. */
export async function readSetOptions({ options }: SetManifest, given: JsonObject): Promise<Outcome> {
  const names = Object.keys(options);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? "it has none" : `there are ${names.join(", ")}`;
    return { ok: false, reason: `it has no option ${JSON.stringify(unknown)}; ${known}` };
  }
  const read = new Map<string, JsonValue>();
  for (const [name, value] of Object.entries<unknown>(given)) {
    // As in all of a config, what is undefined is not there.
    if (value === undefined) continue;
    const data = checkPlainData(value);
    const found = data.ok ? unprintable(value) : data.found;
    if (found !== null) return { ok: false, reason: `its option ${name} must be plain data, and holds ${found}` };
    const schema = await readOptionSchema(options[name] ?? {});
    if (!schema.ok) return { ok: false, reason: `of its option ${name}, ${schema.problem.reason}` };
    // Just checked.
    const json = value as JsonValue;
    const broken = schema.violation(json);
    if (broken !== null) return { ok: false, reason: `its option ${name}${broken.where} ${broken.words}` };
    read.set(name, json);
  }
  // Templates may name every option: one without default and value is null.
  const valueOf = (name: string) => (read.has(name) ? read.get(name) : options[name]?.["default"]) ?? null;
  return { ok: true, options: jsonObject(names.map((name) => [name, valueOf(name)])) };
}

/** What is wrong with the schemas of a set, and with defaults, which must fit them; pointers are into its `set.json`. */
export async function optionProblems({ options }: SetManifest): Promise<readonly SchemaProblem[]> {
  const found = await Promise.all(
    Object.entries(options).map(async ([name, schema]) => {
      const pointer = appendToken("/options", name);
      const read = await readOptionSchema(schema);
      if (!read.ok) return { pointer: pointer + read.problem.pointer, reason: read.problem.reason };
      const byDefault = schema["default"];
      const broken = byDefault === undefined ? null : read.violation(byDefault);
      if (broken === null) return null;
      return { pointer: `${pointer}/default`, reason: `the default of ${name}${broken.where} ${broken.words}` };
    }),
  );
  return found.filter((problem) => problem !== null);
}
