/** Which paths may be written below an output folder; the same on every operating system. */

/** The folder below the output folder that holds the manifest and, during a run, what is staged. */
export const workFolder = ".exemplar";

// Controls, what Windows forbids in a name (the colon is a drive or a stream there), and text that is not Unicode.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
const forbiddenCharacter = /[\u0000-\u001f\u007f\\:*?"<>|]|\p{Surrogate}/u;
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

/**
 * True for a path that is relative, stays below its folder, and names the same file on every operating system.
 * Paths into `.git` and `.exemplar` are not safe.
 * @param path with forward slashes
 */
export function isSafePath(path: string): boolean {
  return unsafety(path) === null;
}

/** Why a path is not safe: it lies in a folder that is not for output, or cannot be the name of a file everywhere. */
export type Unsafety = "git" | "own" | "name";

/** Why a path is not safe; null for one that is. */
export function unsafety(path: string): Unsafety | null {
  const segments = path.split("/");
  if (segments[0]?.toLowerCase() === workFolder) return "own";
  if (segments.some((segment) => segment.toLowerCase() === ".git")) return "git";
  return forbiddenCharacter.test(path) || !segments.every(isSafeSegment) ? "name" : null;
}

/** Rules out empty segments (so a leading slash as well), `.` and `..`, and names that Windows changes or reserves. */
function isSafeSegment(segment: string): boolean {
  return !(segment === "" || /[. ]$/.test(segment) || reservedName.test(segment));
}

/** What two paths have in common that are one file where names ignore case or Unicode form (Windows, macOS). */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/**
 * Checks that a list of paths can stand in one folder.
 * @throws Error for an unsafe path, for two that are one on some systems, and for a file that is also a folder: our bug
 */
export function assertSafePaths(paths: readonly string[]): void {
  const files = new Set<string>();
  for (const path of paths) {
    if (!isSafePath(path)) throw new Error(`Unsafe output path: ${JSON.stringify(path)}`);
    const folded = foldPath(path);
    if (files.has(folded)) throw new Error(`Two output files have the path ${JSON.stringify(path)}`);
    files.add(folded);
  }
  for (const path of files) {
    const file = parentPaths(path).find((parent) => files.has(parent));
    if (file !== undefined) throw new Error(`Output path ${JSON.stringify(file)} is both a file and a folder`);
  }
}

/** The folders that a relative path lies in, nearest first: `a/b/c` gives `a/b` and `a`. */
export function parentPaths(path: string): readonly string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join("/"));
}
