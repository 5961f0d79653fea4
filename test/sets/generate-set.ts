/** Packages of a small document, generated with the built-in sets and others: what the tests of a set look at. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { TargetConfig } from "../../generator/config.js";
import { isJsonObject, type JsonValue } from "../../generator/document/json.js";
import { type GeneratedPackage, generatePackage } from "../conformance/generated-package.js";

/**
 * Generates.
 * @param file the document, beside this module
 * @param sets after `client`, `fixtures` and `mock`
 */
export async function generateSet(
  file: string,
  sets: NonNullable<TargetConfig["templates"]>,
): Promise<GeneratedPackage> {
  const text = await readFile(fileURLToPath(new URL(file, import.meta.url)), "utf8");
  // What is parsed is typed `any`.
  const document = parse(text) as JsonValue;
  if (!isJsonObject(document)) throw new Error(`${file} is no object`);
  return await generatePackage(document, {
    package: { name: "library" },
    templates: ["client", "fixtures", "mock", ...sets],
  });
}

/** The text of a generated file. */
export function textOf({ files }: GeneratedPackage, path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${path} is not generated`);
  return file.text;
}
