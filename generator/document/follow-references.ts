/** Loading, the second part: reads the files that references lead to, as far as the config allows it. */
import { dirname, relative, resolve, sep } from "node:path";
import { collectDiagnostics, type Diagnostics } from "../diagnostics.js";
import type { Document, SourceFile } from "./document.js";
import { type JsonValue, member, writeJson } from "./json.js";
import { parseSource } from "./load.js";
import { createAccess, type Reading, type ReferenceAccess, type ReferencePolicy } from "./reference-access.js";
import { addSource, createSources, isOpenApi } from "./reference-sources.js";
import { createScan, type Scan, type Wanted } from "./scan-references.js";

/** A file that references lead to: an input of the run, like the document. */
export interface ReferencedFile {
  /** Relative to the folder of the document, or a URL: the same on every machine. */
  readonly label: string;
  /** Absolute; null for a URL. */
  readonly path: string | null;
  /** Null where it could not be read. */
  readonly text: string | null;
}

export interface Followed {
  /** The document, with all files that have a part in it. */
  readonly document: Document;
  /** For `resolveReferences`. */
  readonly scan: Scan;
  readonly referenced: readonly ReferencedFile[];
}

const maximumFiles = 2_000;
const maximumBytes = 100_000_000;
/** Files that are read at the same time. */
const atOnce = 16;

interface Following {
  readonly scan: Scan;
  readonly access: ReferenceAccess;
  readonly diagnostics: Diagnostics;
  readonly cwd: string;
  /** The folder of the document, absolute. */
  readonly folder: string;
  readonly files: Map<string, SourceFile>;
  /** Files by their real path, so that no file is there twice. */
  readonly byPath: Map<string, SourceFile>;
  readonly referenced: ReferencedFile[];
  bytes: number;
}

/**
 * Reads all files that a document's references lead to.
 * @param path of the document, absolute
 * @param cwd absolute; diagnostics name files relative to it
 */
export async function followReferences(
  document: Document,
  { path, cwd }: { readonly path: string; readonly cwd: string },
  policy: ReferencePolicy,
  diagnostics: Diagnostics,
): Promise<Followed> {
  const scan = createScan(createSources(document));
  let missing = scan.advance();
  if (missing.size === 0) return { document, scan, referenced: [] };
  const own = document.files.get(document.root.uri);
  const access = await createAccess(policy, cwd);
  const following: Following = {
    scan,
    access,
    diagnostics,
    cwd,
    folder: dirname(path),
    files: new Map(document.files),
    byPath: new Map(own === undefined ? [] : [[await access.realPath(path), own]]),
    referenced: [],
    bytes: 0,
  };
  for (;;) {
    const next = [...missing].filter(([address]) => following.access.permits(address));
    if (next.length === 0 || !(await readAll(following, next))) break;
    missing = scan.advance();
  }
  // Last, since an address may be the `$id` of a schema in a file that was read later.
  for (const [address, wanted] of missing) refuse(following, address, wanted);
  return { document: { ...document, files: following.files }, scan, referenced: following.referenced };
}

type Missing = readonly (readonly [address: string, wanted: readonly Wanted[]])[];

/** Reads one round of files, and adds them in the order in which they were asked for. False where a limit is met. */
async function readAll(following: Following, missing: Missing): Promise<boolean> {
  for (let start = 0; start < missing.length; start += atOnce) {
    const batch = missing.slice(start, start + atOnce);
    const readings = await Promise.all(batch.map(([address]) => following.access.read(address)));
    for (const [index, [address, wanted]] of batch.entries()) {
      const reading = readings[index];
      if (reading !== undefined && !add(following, address, wanted, reading)) return false;
    }
  }
  return true;
}

function add(following: Following, address: string, wanted: readonly Wanted[], reading: Reading): boolean {
  const { scan, diagnostics, referenced } = following;
  const [first] = wanted;
  if (first === undefined) return true;
  const path = reading.outcome === "read" ? reading.path : null;
  const known = path === null ? undefined : following.byPath.get(path);
  if (known !== undefined) {
    addSource(scan.sources, address, known);
    return true;
  }
  const label = fileLabel(address, following.folder, following.cwd);
  if (reading.outcome !== "read") {
    referenced.push({ label: label.text, path: label.path, text: null });
    if (reading.outcome === "outside") refuse(following, address, wanted);
    else unreadable(following, address, first, reading.reason);
    return true;
  }
  following.bytes += reading.bytes.byteLength;
  if (following.files.size >= maximumFiles || following.bytes > maximumBytes) {
    const what = `they lead to more than ${String(maximumFiles)} files, or to more than ${String(maximumBytes / 1_000_000)} MB`;
    diagnostics.add("reference-limit", first.place, { what });
    return false;
  }
  const { file, reason } = parse(reading.bytes, reading.uri, diagnostics);
  referenced.push({ label: label.text, path: label.path, text: file?.text ?? new TextDecoder().decode(reading.bytes) });
  if (file === null) {
    unreadable(following, address, first, reason);
    return true;
  }
  following.files.set(file.uri, file);
  if (path !== null) following.byPath.set(path, file);
  addSource(scan.sources, address, file, label.text);
  compareVersions(following, file, first);
  return true;
}

/**
 * What a file is called on every machine, and its absolute path, which a URL has not.
 * @param folder of the document, absolute
 * @param cwd absolute; what a path among the addresses is relative to
 */
export function fileLabel(
  address: string,
  folder: string,
  cwd: string,
): { readonly text: string; readonly path: string | null } {
  if (/^https:/i.test(address)) return { text: address, path: null };
  const path = resolve(cwd, address);
  return { text: relative(folder, path).split(sep).join("/"), path };
}

/** Problems that are not fatal are passed on; of the others the first is why the file cannot be read. */
function parse(
  bytes: Uint8Array,
  uri: string,
  diagnostics: Diagnostics,
): { readonly file: SourceFile | null; readonly reason: string } {
  const found = collectDiagnostics();
  const passOn: (() => void)[] = [];
  const file = parseSource(bytes, uri, {
    ...found,
    add(code, place, parameters) {
      found.add(code, place, parameters);
      passOn.push(() => {
        diagnostics.add(code, place, parameters);
      });
    },
  });
  if (file !== null && !found.hasErrors()) for (const pass of passOn) pass();
  const error = found.list().find(({ severity }) => severity === "error");
  const place = error?.place;
  const line = place && "line" in place ? `line ${String(place.line)}, column ${String(place.column)}: ` : "";
  return { file: found.hasErrors() ? null : file, reason: `${line}${error?.message.replace(/\.$/, "") ?? ""}` };
}

function unreadable({ scan, diagnostics }: Following, address: string, wanted: Wanted, reason: string): void {
  addSource(scan.sources, address, null);
  diagnostics.add("reference-unreadable", wanted.place, { reference: wanted.reference, reason });
}

/** A text in a mapping may as well be a name: `resolve` says what is wrong with it. */
function refuse({ scan, diagnostics }: Following, address: string, wanted: readonly Wanted[]): void {
  const references = wanted.filter(({ isMapped }) => !isMapped);
  if (references.length === 0) return;
  addSource(scan.sources, address, null);
  for (const { place, reference } of references) diagnostics.add("reference-outside", place, { reference });
}

function compareVersions({ scan, diagnostics }: Following, file: SourceFile, wanted: Wanted): void {
  if (!isOpenApi(file.value)) return;
  const [found, expected] = [versionOf(file.value), versionOf(scan.sources.document.value)];
  const minor = (version: string) => version.split(".", 2).join(".");
  if (minor(found) !== minor(expected)) diagnostics.add("reference-version", wanted.place, { found, expected });
}

function versionOf(document: JsonValue): string {
  const openapi = member(document, "openapi");
  const version = openapi ?? member(document, "swagger") ?? "";
  return `${openapi === undefined ? "Swagger" : "OpenAPI"} ${typeof version === "string" ? version : writeJson(version)}`;
}
