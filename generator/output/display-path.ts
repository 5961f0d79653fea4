import { relative, sep } from "node:path";

/** An absolute path as people name it: relative to the working directory, with forward slashes. */
export function displayPath(path: string): string {
  return relative("", path).replaceAll(sep, "/") || ".";
}
