/** `exemplar infer`: what its arguments ask for. Prints through its caller. */
import type { InferOptions } from "./document/infer-options.js";
import { inferBatch } from "./infer-batch.js";
import { inferFiles, inferredText } from "./infer-files.js";
import { ConfigError } from "./load-config.js";
import type { LocatedDiagnostic } from "./report.js";

/** As commander gives them. */
export interface InferFlags {
  readonly typescript?: string;
  readonly batch?: boolean;
  readonly required: InferOptions["required"];
  readonly json?: boolean;
}

export interface Terminal {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** To stdout; done when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** To stderr. */
  readonly report: (diagnostics: readonly LocatedDiagnostic[]) => void;
}

/** The name of types, where none is given. */
const defaultName = "Root";

/**
 * Runs the command.
 * @returns whether all was well; if not, it was reported
 * @throws ConfigError for arguments that do not go together
 */
export async function runInfer(paths: readonly string[], flags: InferFlags, terminal: Terminal): Promise<boolean> {
  const { required } = flags;
  const name = checkName(flags.typescript ?? defaultName);
  if (flags.batch === true) {
    if (paths.length > 0)
      throw new ConfigError("--batch reads lines from stdin, and no files.", "Leave the files out, or --batch.");
    if (flags.json === true) throw new ConfigError("--batch prints lines of JSON anyway.", "Leave --json out.");
    let ok = true;
    for await (const answer of inferBatch(terminal.stdin, { required }, name)) {
      await terminal.write(answer.line);
      ok &&= answer.ok;
    }
    return ok;
  }
  if (paths.length === 0)
    throw new ConfigError(
      "There is no file to infer from.",
      "Name JSON or YAML files that hold examples of one kind, as in `exemplar infer account.json`; `-` is stdin.",
    );
  if (paths.filter((path) => path === "-").length > 1) throw new ConfigError("`-`, which is stdin, is there twice.");
  const typescript = flags.typescript === undefined ? null : name;
  const inferred = await inferFiles(paths, { required, typescript, cwd: terminal.cwd, stdin: terminal.stdin });
  const ok = inferred.schema !== null && (typescript === null || inferred.typescript !== null);
  if (flags.json === true) await terminal.write(`${JSON.stringify({ ok, ...inferred }, null, 2)}\n`);
  else {
    terminal.report(inferred.diagnostics);
    await terminal.write(inferredText(inferred));
  }
  return ok;
}

/** Words that cannot name a type: reserved in strict code (https://tc39.es/ecma262/#prod-ReservedWord), or a type already. */
const takenNames: ReadonlySet<string> = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with yield " +
    "implements interface let package private protected public static " +
    "any unknown never undefined object string number bigint boolean symbol"
  ).split(" "),
);

function checkName(name: string): string {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) && !takenNames.has(name)) return name;
  throw new ConfigError(`${JSON.stringify(name)} cannot be the name of a type.`, "Use an identifier, as in Account.");
}
