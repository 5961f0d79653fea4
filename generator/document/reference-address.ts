/**
 * Addresses of files, as references name them: either a path (with forward slashes, relative to the working directory
 * or absolute) or a URI. RFC 3986, section 5, for both. Nothing is opened here.
 */
import { posix } from "node:path";

/**
 * The address that a reference means.
 * @param base the address of the file that holds the reference, or the `$id` that is in force there
 * @param reference without a fragment, not empty
 * @returns a path without `.` and `..` inside (it may begin with `..`), or a URI; a text that is neither comes back as it is
 */
export function resolveAddress(base: string, reference: string): string {
  // A backslash is no character of a URI: browsers read it as a slash, too, and so it is the same on every system.
  const address = reference.replaceAll("\\", "/");
  if (isUri(address) || isUri(base)) return resolveUri(base, address);
  // `//host/share` names another machine, which no path is; a drive of Windows is refused like one.
  if (address.startsWith("//")) return address;
  if (/^[a-z]:/i.test(address)) return `//${address}`;
  const path = decoded(address);
  return posix.normalize(path.startsWith("/") ? path : posix.join(posix.dirname(base), path));
}

/** True for what begins with a scheme; a single letter is a drive of Windows. */
export function isUri(address: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(address);
}

/** True for an address on this machine; `//host/share` is none. */
export function isPath(address: string): boolean {
  return !isUri(address) && !address.startsWith("//");
}

function resolveUri(base: string, reference: string): string {
  try {
    const url = isUri(reference) ? new URL(reference) : new URL(reference, base);
    url.hash = "";
    return url.href;
  } catch {
    return reference;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
