/** Which target a command is about that works on one: what its arguments and the config say. */
import { relative, resolve } from "node:path";
import type { Flags } from "./command-config.js";
import { ConfigError, type ConfiguredTarget, findConfig, loadConfig, toTarget } from "./load-config.js";

/** What of the command's options tells one target from others. */
export type ChoiceFlags = Pick<Flags, "output" | "package" | "config">;

export interface ChosenTarget {
  readonly configured: ConfiguredTarget;
  /** The config file; null where the command named a document. */
  readonly config: string | null;
}

/**
 * Finds the target of a command.
 * @param document as the command names it; undefined where the config says it
 * @param at where: `cwd` is absolute, `command` is the command's name, for messages
 * @throws ConfigError where that is not said, or of several targets
 */
export async function chooseTarget(
  document: string | undefined,
  flags: ChoiceFlags,
  { cwd, command }: { readonly cwd: string; readonly command: string },
): Promise<ChosenTarget> {
  if (document !== undefined) {
    const other = (["config", "output", "package"] as const).find((name) => flags[name] !== undefined);
    if (other !== undefined)
      throw new ConfigError(
        `A document and --${other} cannot be given both.`,
        `--${other} is about targets of a config; leave one of the two out.`,
      );
    // Nothing is written there, and the name is nowhere seen.
    return { configured: { config: { document, output: "out", package: { name: "out" } }, base: cwd }, config: null };
  }
  const file = findConfig(cwd, flags.config ?? null);
  if (file === null)
    throw new ConfigError(
      "There is no document, and no exemplar.config.ts in this folder.",
      `Name the document, as in \`exemplar ${command} openapi.yml\`, or write a config.`,
    );
  const targets = await loadConfig(cwd, file);
  const fitting = targets.filter((configured) => {
    const { output, packageName } = toTarget(configured);
    const isOutput = flags.output === undefined || resolve(cwd, flags.output) === output;
    return isOutput && (flags.package === undefined || flags.package === packageName);
  });
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { configured: only, config: file };
  const names = targets.map((configured) => {
    const { output, packageName } = toTarget(configured);
    return `--package ${packageName} (${relative(cwd, output) || "."})`;
  });
  throw new ConfigError(
    fitting.length === 0
      ? "The config has no such target."
      : `The config has ${String(targets.length)} targets, and the command takes one.`,
    `Pick one by its package or its folder (-o): ${names.join(", ")}.`,
  );
}
