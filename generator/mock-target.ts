/** Which document `exemplar mock` serves, and how: what its arguments and the config say. */
import { type Flags, overrideConfig } from "./command-config.js";
import { defaultTemplates, type MockConfig, type Target, type TargetConfig } from "./config.js";
import { chooseTarget } from "./choose-target.js";
import { toTarget } from "./load-config.js";

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
  const { configured: chosen, config } = await chooseTarget(document, flags, { cwd, command: "mock" });
  const target = toTarget({ ...chosen, config: overrideConfig(chosen.config, flags, cwd) });
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
