/** What a template set says of itself: `set.json` beside its templates. */
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import type { SourceFile } from "../document/document.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import { nearestOf } from "../document/known-keys.js";
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
  /** The line and column of the part at a JSON Pointer, or of the nearest around it that is there. */
  readonly placeOf: (pointer: string) => TextPosition | null;
}

const nothing: SetManifest = {
  name: null,
  description: "",
  views: null,
  requires: [],
  options: {},
  peerDependencies: {},
  exports: {},
  placeOf: () => null,
};

/**
 * Reads a `set.json`.
 * @param bytes null where the set has none
 * @param name of the file, in diagnostics
 * @returns the manifest, or null after a diagnostic of each thing that is wrong with it
 */
export async function readSetManifest(
  bytes: Uint8Array | null,
  name: string,
  diagnostics: Diagnostics,
): Promise<SetManifest | null> {
  if (bytes === null) return nothing;
  // A run that finds nothing changed knows this module, and reads no YAML.
  const { parseSource } = await import("../document/load.js");
  const file = parseSource(bytes, name, diagnostics);
  if (file === null) return null;
  const placeOf = placesIn(file);
  const problems = isJsonObject(file.value) ? problemsOf(file.value) : [{ pointer: "", reason: "it is no object" }];
  for (const { pointer, reason } of problems)
    diagnostics.add("template-set-invalid", placeOf(pointer), { name, reason });
  // Each member has just been checked.
  return problems.length > 0 ? null : { ...nothing, ...(file.value as unknown as Partial<SetManifest>), placeOf };
}

function placesIn({ uri, text, locate }: SourceFile): (pointer: string) => TextPosition {
  const lines = text.split(/\r\n|\r|\n/);
  return (pointer) => {
    const { line, column } = locate(pointer);
    return { uri, line, column, sourceLine: lines[line - 1] ?? "" };
  };
}

interface Problem {
  readonly pointer: string;
  /** A sentence without its end. */
  readonly reason: string;
}

/** Problems of a member that stands at a pointer. */
type Check = (value: JsonValue, pointer: string) => readonly Problem[];

/** One value that passes a test. */
const one =
  (test: (value: JsonValue) => boolean, expected: string): Check =>
  (value, pointer) =>
    test(value) ? [] : [{ pointer, reason: `it must be ${expected}` }];

/** An object: of names of a kind, each of whose values passes a test. */
const members =
  (names: RegExp, named: string, test: (value: JsonValue) => boolean, expected: string): Check =>
  (value, pointer) => {
    if (!isJsonObject(value)) return [{ pointer, reason: "it must be an object" }];
    return Object.entries(value).flatMap(([key, member]) => {
      const at = appendToken(pointer, key);
      if (!names.test(key)) return [{ pointer: at, reason: `${JSON.stringify(key)} must be ${named}` }];
      return test(member) ? [] : [{ pointer: at, reason: `it must be ${expected}` }];
    });
  };

const isText = (value: JsonValue) => typeof value === "string";
const matches = (pattern: RegExp) => (value: JsonValue) => typeof value === "string" && pattern.test(value);

const PACKAGE = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/;
const SUBPATH = /^\.(?:\/[\w@-][\w.@-]*)+(?:\/\*)?$/;
const MODULE = /^[\w@-][\w.@-]*(?:\/[\w@-][\w.@-]*)*(?:\/\*)?$/;

const checks: Readonly<Record<string, Check>> = {
  $schema: one(isText, "a URL"),
  name: one(matches(/^[A-Za-z][\w-]*$/), "a name of letters, digits and hyphens"),
  description: one(isText, "text"),
  views: one(Number.isInteger, "the number of a version"),
  requires: one((value) => Array.isArray(value) && value.every(isText), "a list of names of sets"),
  options: members(/^[A-Za-z]\w*$/, "a name of letters and digits", isJsonObject, "a JSON Schema"),
  peerDependencies: members(PACKAGE, "the name of a package", matches(/./), "a version, such as ^1.0.0"),
  exports: members(SUBPATH, "a subpath, such as ./mock", matches(MODULE), "a module below src, without extension"),
};

function problemsOf(manifest: JsonObject): readonly Problem[] {
  return Object.entries(manifest).flatMap(([key, value]) => {
    const pointer = appendToken("", key);
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check !== undefined) return check(value, pointer);
    const known = Object.keys(checks);
    const nearest = nearestOf(key, known);
    const meant = nearest === null ? `there are ${known.join(", ")}` : `perhaps ${JSON.stringify(nearest)} was meant`;
    return [{ pointer, reason: `${JSON.stringify(key)} is no key of it; ${meant}` }];
  });
}
