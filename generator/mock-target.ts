/** Which document `exemplar mock` serves, and how: what its arguments and the config say. */
import { relative, resolve } from "node:path";
import { type Flags, overrideConfig } from "./command-config.js";
import { defaultTemplates, type MockConfig, type Target, type TargetConfig } from "./config.js";
import { ConfigError, type ConfiguredTarget, findConfig, loadConfig, toTarget } from "./load-config.js";

/** As commander gives them. */
export interface MockFlags extends Pick<
  Flags,
  | "output"
  | "package"
  | "overlay"
  | "formDialect"
  | "inferRequired"
  | "inferPartial"
  | "refRoot"
  | "refHost"
  | "config"
  | "strict"
  | "json"
> {
  readonly port?: number;
  readonly host?: string;
  readonly delay?: number;
  readonly cors: boolean;
  readonly echo?: boolean;
  readonly dynamic?: boolean;
  readonly seed?: number;
  readonly page: boolean;
  readonly watch?: boolean;
}

/** What is served. */
export interface MockTarget {
  readonly target: Target;
  readonly mock: Required<MockConfig>;
  /** The config file; null where the command named a document. */
  readonly config: string | null;
}

/**
 * Finds what is to be served.
 * @param cwd absolute
 * @throws ConfigError where that is not said, or of several targets
 */
export async function mockTarget(document: string | undefined, flags: MockFlags, cwd: string): Promise<MockTarget> {
  const [chosen, config] = await chooseTarget(document, flags, cwd);
  const target = toTarget({ base: chosen.base, config: overrideConfig(chosen.config, flags, cwd) });
  // Templates of the user's own are for packages: they need not have a mock that can be run.
  return {
    target: { ...target, templates: defaultTemplates, verify: false },
    mock: serving(chosen.config, flags),
    config,
  };
}

function serving({ mock = {} }: TargetConfig, flags: MockFlags): Required<MockConfig> {
  return {
    port: flags.port ?? mock.port ?? 4010,
    host: flags.host ?? mock.host ?? "127.0.0.1",
    delay: flags.delay ?? mock.delay ?? 0,
    cors: flags.cors && (mock.cors ?? true),
    echo: flags.echo ?? mock.echo ?? false,
    dynamic: flags.dynamic ?? mock.dynamic ?? false,
    seed: flags.seed ?? mock.seed ?? 0,
    page: flags.page && (mock.page ?? true),
  };
}

async function chooseTarget(
  document: string | undefined,
  flags: MockFlags,
  cwd: string,
): Promise<readonly [ConfiguredTarget, string | null]> {
  if (document !== undefined) {
    const other = (["config", "output", "package"] as const).find((name) => flags[name] !== undefined);
    if (other !== undefined)
      throw new ConfigError(
        `A document and --${other} cannot be given both.`,
        `--${other} is about targets of a config; leave one of the two out.`,
      );
    // Nothing is written there, and the name is nowhere seen.
    return [{ config: { document, output: "mock", package: { name: "mock" } }, base: cwd }, null];
  }
  const file = findConfig(cwd, flags.config ?? null);
  if (file === null)
    throw new ConfigError(
      "There is no document, and no exemplar.config.ts in this folder.",
      "Name the document, as in `exemplar mock openapi.yml`, or write a config.",
    );
  const targets = await loadConfig(cwd, file);
  const fitting = targets.filter((configured) => {
    const { output, packageName } = toTarget(configured);
    const isOutput = flags.output === undefined || resolve(cwd, flags.output) === output;
    return isOutput && (flags.package === undefined || flags.package === packageName);
  });
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return [only, file];
  const names = targets.map((configured) => {
    const { output, packageName } = toTarget(configured);
    return `--package ${packageName} (${relative(cwd, output) || "."})`;
  });
  throw new ConfigError(
    fitting.length === 0
      ? "The config has no such target."
      : `The config has ${String(targets.length)} targets, and one is served.`,
    `Pick one by its package or its folder (-o): ${names.join(", ")}.`,
  );
}
