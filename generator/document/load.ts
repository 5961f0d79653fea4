/** Files to values: the one place where documents and overlays are read and decoded. */
import { readFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import { decodeText } from "./decode-text.js";
import type { SourceFile } from "./document.js";
import { locateJson } from "./locate-json.js";
import { parseYaml } from "./parse-yaml.js";
import { parseJson } from "./parse-json.js";

/**
 * Reads a document or an overlay, YAML or JSON.
 * @param path absolute, or relative to `cwd`
 * @param cwd absolute; diagnostics name files relative to it
 * @returns the file, or null after an error was reported
 */
export async function loadFile(path: string, cwd: string, diagnostics: Diagnostics): Promise<SourceFile | null> {
  const uri = displayPath(path, cwd);
  try {
    return parseSource(await readFile(resolve(cwd, path)), uri, diagnostics);
  } catch (error) {
    const reason = readFailure(error);
    if (reason === null) throw error;
    diagnostics.add("document-not-found", null, { path: uri, reason });
    return null;
  }
}

/**
 * Decodes and parses what was read.
 * @param uri what diagnostics call the file
 * @returns the file, or null after an error was reported
 */
export function parseSource(bytes: Uint8Array, uri: string, diagnostics: Diagnostics): SourceFile | null {
  const text = decodeText(bytes);
  if (typeof text !== "string") {
    const { found, ...position } = text;
    diagnostics.add("document-encoding", { uri, ...position }, { found });
    return null;
  }
  if (text.trim() === "") {
    diagnostics.add("document-empty", { uri, line: 1, column: 1 }, {});
    return null;
  }
  const [sourceLine = ""] = text.split(/\r\n|\r|\n/, 1);
  if (/^\s*</.test(text)) {
    // Parsed as YAML it would be a string at best, and a heap of errors at worst.
    diagnostics.add(
      "document-not-object",
      { uri, line: 1, column: 1, sourceLine },
      { found: "HTML or XML", expected: "YAML or JSON" },
    );
    return null;
  }
  if (text.includes("\0")) {
    diagnostics.add("document-encoding", { uri, line: 1, column: 1 }, { found: "a NUL character" });
    return null;
  }
  const json = /^\s*[{[]/.test(text) ? parseJson(text) : null;
  if (json !== null) return { uri, text, value: json.value, longIntegers: [], locate: locateJson(text) };
  const yaml = parseYaml(uri, text, diagnostics);
  return yaml && { uri, text, ...yaml };
}

/** A path as people write it: relative to the working directory where it lies below it, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const relation = relative(cwd, absolute);
  const outside = relation.startsWith("..") || isAbsolute(relation);
  return (outside ? absolute : relation || ".").split(sep).join("/");
}

/** Why a file could not be read, as part of a sentence; null for an error that is none of the system's. */
export function readFailure(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return "it does not exist";
  if (error.code === "EISDIR") return "it is a folder";
  if (error.code === "EACCES" || error.code === "EPERM") return "permission was denied";
  return error.message;
}
