/**
 * What references may read, and the reading. A document is not trusted to make this machine open files or call servers:
 * only what lies below the allowed folders, and `https:` at the allowed hosts. Nothing else is opened.
 */
import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { displayPath, readFailure } from "./load.js";
import { isPath, isUri } from "./reference-address.js";

export interface ReferencePolicy {
  /** Absolute folders below which files may be read. */
  readonly roots: readonly string[];
  /** Hosts, with their port where it is not 443, that may be asked by `https:`. */
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
}

/** The outcome of one reading. */
export type Reading =
  /** `uri`: what diagnostics call it; `path`: absolute, links followed, null for what has come from a server. */
  | { readonly outcome: "read"; readonly bytes: Uint8Array; readonly uri: string; readonly path: string | null }
  | { readonly outcome: "outside" }
  | { readonly outcome: "unreadable"; readonly reason: string };

export interface ReferenceAccess {
  /** Whether an address is one that may be read, as far as can be told without touching it. */
  permits(address: string): boolean;
  /** Reads a permitted address; `outside` where a link or a redirect leads to another one. */
  read(address: string): Promise<Reading>;
  /** An absolute path with links followed; itself where there is nothing. */
  realPath(path: string): Promise<string>;
}

/** A referenced file may be this large, in bytes. */
const maximumSize = 10_000_000;
const timeout = 10_000;
const maximumRedirects = 5;

/**
 * Makes a policy ready for use.
 * @param cwd absolute; paths among the addresses are relative to it
 */
export async function createAccess(policy: ReferencePolicy, cwd: string): Promise<ReferenceAccess> {
  const realRoots = await Promise.all(policy.roots.map((root) => realpath(root).catch(() => root)));
  const lexicalRoots = [...policy.roots, ...realRoots];
  return {
    permits(address) {
      if (address.includes("\0")) return false;
      if (isPath(address)) return isBelow(resolve(cwd, address), lexicalRoots);
      return isUri(address) && isAllowedUrl(address, policy.hosts);
    },
    realPath: (path) => realpath(path).catch(() => path),
    read: (address) => (isPath(address) ? readLocal(resolve(cwd, address), realRoots, cwd) : download(address, policy)),
  };
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const relation = relative(folder, path);
    return relation !== "" && !/^\.\.(?:[/\\]|$)/.test(relation) && !isAbsolute(relation);
  });
}

async function readLocal(path: string, roots: readonly string[], cwd: string): Promise<Reading> {
  try {
    const real = await realpath(path);
    if (!isBelow(real, roots)) return { outcome: "outside" };
    const found = await stat(real);
    if (!found.isFile())
      return { outcome: "unreadable", reason: found.isDirectory() ? "it is a folder" : "it is no file" };
    if (found.size > maximumSize) return tooLarge;
    return { outcome: "read", bytes: await readFile(real), uri: displayPath(path, cwd), path: real };
  } catch (error) {
    const reason = readFailure(error);
    if (reason === null) throw error;
    return { outcome: "unreadable", reason };
  }
}

const tooLarge: Reading = { outcome: "unreadable", reason: `it is larger than ${String(maximumSize / 1_000_000)} MB` };

function isAllowedUrl(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return (
    protocol === "https:" && username === "" && password === "" && hosts.some((name) => name.toLowerCase() === host)
  );
}

async function download(address: string, policy: ReferencePolicy): Promise<Reading> {
  const signal = AbortSignal.timeout(timeout);
  let url = address;
  try {
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
      if (!isAllowedUrl(url, policy.hosts)) return { outcome: "outside" };
      const headers = { accept: "application/yaml, application/json, text/plain;q=0.9, */*;q=0.8" };
      const response = await policy.fetch(url, { redirect: "manual", credentials: "omit", headers, signal });
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location !== null && URL.canParse(location, url)) {
        await response.body?.cancel();
        url = new URL(location, url).href;
        continue;
      }
      if (!response.ok) return { outcome: "unreadable", reason: `the server says ${String(response.status)}` };
      const bytes = await readBody(response);
      return bytes === null ? tooLarge : { outcome: "read", bytes, uri: url, path: null };
    }
    return { outcome: "unreadable", reason: "the server redirects too often" };
  } catch (error) {
    if (signal.aborted) return { outcome: "unreadable", reason: "the server did not answer within 10 seconds" };
    // `fetch` says no more than "fetch failed"; the cause does.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { outcome: "unreadable", reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** The body, or null where it is too large: what a server says of its length is not trusted. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Node types the chunks of a stream as `any`; those of a body are bytes.
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maximumSize) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
