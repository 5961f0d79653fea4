/** Errors of the operating system (`ENOENT`, `EACCES`, ...): what they say to people, and how they differ from our bugs. */
import { displayPath } from "./display-path.js";

export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  /** Where a file was to be moved to. */
  readonly dest?: string;
}

/** True for an error that a call to the operating system ended with. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "the operation is not permitted"],
  ["EROFS", "the file system is read-only"],
  ["ENOENT", "there is no such folder"],
  ["ENOSPC", "no space is left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["ENOTDIR", "a file stands where a folder is needed"],
  ["EEXIST", "a file stands where a folder is needed"],
  ["EISDIR", "a folder stands where a file is needed"],
  ["ERR_FS_EISDIR", "a folder stands where a file is needed"],
  ["ENOTEMPTY", "a folder stands where a file is needed"],
  ["ENAMETOOLONG", "the path is too long"],
  ["EBUSY", "it is in use"],
  ["EMFILE", "too many files are open"],
]);

/** Why a call failed, as part of a sentence: never the system's own text, which differs between systems. */
export function describeSystemError(error: SystemError): string {
  return reasons.get(error.code) ?? `the system says ${error.code}`;
}

/**
 * The path that a call failed for, as people name it.
 * @param fallback an absolute path, for an error that names none
 */
export function failedPath(error: SystemError, fallback: string): string {
  return displayPath(error.dest ?? error.path ?? fallback);
}
