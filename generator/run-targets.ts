/** `exemplar generate` and `check` for all targets that are meant, once or whenever something changes. */
import { type Flags, overrideConfig } from "./command-config.js";
import type { Target } from "./config.js";
import { letThrough, stopSignal } from "./end-signals.js";
import { ConfigError, type ConfiguredTarget, findConfig, loadConfig, toTarget } from "./load-config.js";
import { runGenerate, type RunOptions, type RunReport } from "./run.js";
import { printFailure, printJson, printReport, say, stderrColors } from "./terminal.js";
import type { WatchedRun } from "./watch-command.js";

/**
 * Runs targets one after the other, and prints what each did.
 * @param document as the command names it; without it, the config's targets
 * @param since when what people wait for began: milliseconds from the start of the process
 * @returns whether all are as they are to be
 * @throws ConfigError for arguments that do not go together, and for a config with mistakes
 */
export async function runTargets(
  document: string | undefined,
  flags: Flags,
  run: (target: Target) => Promise<RunReport>,
  // People wait for the start of the process, too.
  since = 0,
): Promise<boolean> {
  let started = since;
  const targets = await targetsOf(document, flags);
  const reports: RunReport[] = [];
  for (const target of targets) {
    const report = await run(target);
    const ended = performance.now();
    if (flags.json !== true) printReport(report, { flags, milliseconds: ended - started, isFirst: started === since });
    reports.push(report);
    started = ended;
  }
  const failed = reports.some(({ outcome }) => outcome === "failed" || outcome === "different");
  if (flags.json === true) printJson({ ok: !failed, targets: reports });
  return !failed;
}

async function targetsOf(document: string | undefined, flags: Flags): Promise<readonly Target[]> {
  const cwd = process.cwd();
  if (document !== undefined) {
    if (flags.config !== undefined) throw new ConfigError("A document and --config cannot be given both.");
    if (flags.output === undefined)
      throw new ConfigError(
        "The folder of the package is missing.",
        `Name it, as in \`exemplar generate ${document} -o generated/my-api\`.`,
      );
    return [toTarget({ config: overrideConfig({ document, output: flags.output }, flags, cwd), base: cwd })];
  }
  const configured = await loadConfig(cwd, flags.config ?? null);
  const only = flags.output === undefined ? (flags.package === undefined ? null : "--package") : "--output";
  if (only !== null && configured.length > 1)
    throw new ConfigError(`${only} cannot be used with a config of several targets.`);
  return configured.map((target: ConfiguredTarget) =>
    toTarget({ ...target, config: overrideConfig(target.config, flags, cwd) }),
  );
}

/** Generates whenever something changes, until the process is told to end. Throws what `runTargets` throws. */
export async function watchRuns(document: string | undefined, flags: Flags, options: RunOptions): Promise<void> {
  const { watchTargets } = await import("./watch-command.js");
  const { dim } = stderrColors();
  const config = document === undefined ? findConfig(options.cwd, flags.config ?? null) : null;
  const signal = stopSignal();
  let isFirst = true;
  const run: WatchedRun = async (begin) => {
    const files: string[] = [];
    const onFiles = (paths: readonly string[]) => files.push(...paths);
    let targets: readonly Target[] = [];
    try {
      // Generating takes a while, in which nothing that listens would be called.
      letThrough();
      targets = await targetsOf(document, flags);
      await begin(targets);
      const since = isFirst ? 0 : performance.now();
      await runTargets(document, flags, (target) => runGenerate(target, { ...options, onFiles }), since);
    } catch (error) {
      // What is wrong with the config may be put right; before anything was generated, it is wrong usage.
      if (!(error instanceof ConfigError) || isFirst) throw error;
      printFailure(error.message, error.help);
    }
    isFirst = false;
    return { targets, files };
  };
  const onWaiting = () => {
    stopSignal();
    say(dim("\nwatching for changes, Ctrl+C ends it\n\n"));
  };
  await watchTargets(run, { config, cwd: options.cwd, signal, onWaiting });
}
