/** Files to values: the one place where documents and overlays are read and decoded. */
import { readFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import type { SourceFile } from "./document.js";
import { locateLazily, parseYaml } from "./parse-yaml.js";
import { parseJson } from "./parse-json.js";

/**
 * Reads a document or an overlay, YAML or JSON.
 * @param path absolute, or relative to `cwd`
 * @param cwd absolute; diagnostics name files relative to it
 * @returns the file, or null after an error was reported
 */
export async function loadFile(path: string, cwd: string, diagnostics: Diagnostics): Promise<SourceFile | null> {
  const uri = displayPath(path, cwd);
  const text = await readText(resolve(cwd, path), uri, diagnostics);
  if (text === null) return null;
  if (text.trim() === "") {
    diagnostics.add("document-empty", { uri, line: 1, column: 1 }, {});
    return null;
  }
  const [sourceLine = ""] = text.split(/\r\n|\r|\n/, 1);
  if (/^\s*</.test(text)) {
    // Parsed as YAML it would be a string at best, and a heap of errors at worst.
    diagnostics.add("document-not-object", { uri, line: 1, column: 1, sourceLine }, { found: "HTML or XML" });
    return null;
  }
  if (text.includes("\0")) {
    diagnostics.add("document-encoding", { uri, line: 1, column: 1 }, { found: "a NUL character" });
    return null;
  }
  const json = /^\s*[{[]/.test(text) ? parseJson(text) : null;
  if (json !== null) return { uri, text, value: json.value, locate: locateLazily(text) };
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

async function readText(path: string, uri: string, diagnostics: Diagnostics): Promise<string | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    diagnostics.add("document-not-found", null, { path: uri, reason: readFailure(error) });
    return null;
  }
  try {
    // Without the byte order mark; `fatal`, because U+FFFD in place of bad bytes would end up in names and types.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    diagnostics.add(
      "document-encoding",
      { uri, line: 1, column: 1 },
      { found: utf16 ? "UTF-16" : "bytes that are not UTF-8" },
    );
    return null;
  }
}

function readFailure(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "it does not exist";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "permission was denied";
  return error instanceof Error ? error.message : String(error);
}
