/** `exemplar generate --watch`: generates again whenever something changes that the output is made of. */
import { dirname, join, resolve } from "node:path";
import { watchFiles } from "./mock/watch-files.js";
import { listFiles } from "./output/template-set.js";
import type { Target } from "./config.js";
import { templateSources } from "./template-sources.js";

/** One run over all targets; the config may have other ones each time. */
export interface WatchedRun {
  /** Empty where the config could not be read, which was reported. */
  readonly targets: readonly Target[];
  /** The files that their documents are in; absolute. */
  readonly files: readonly string[];
}

/** What is watched beside the inputs of the targets. */
export interface WatchOptions {
  /** The config file, absolute; null where the command names the document. */
  readonly config: string | null;
  readonly cwd: string;
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
}

/**
 * Runs, then again after each change, until it is told to stop.
 * @param run reports what it does; the files that the first run reads are watched before it
 */
export async function watchTargets(run: () => Promise<WatchedRun>, options: WatchOptions): Promise<void> {
  const again = async (): Promise<void> => {
    await watch.watch(await inputsOf(await run(), options));
  };
  const watch = watchFiles(again);
  try {
    await again();
    if (options.signal.aborted) return;
    await new Promise((done) => {
      options.signal.addEventListener("abort", done, { once: true });
    });
  } finally {
    watch.stop();
  }
}

/** Every file whose change may change the output; folders too, whose time changes when a file comes or goes. */
async function inputsOf({ targets, files }: WatchedRun, { config, cwd }: WatchOptions): Promise<readonly string[]> {
  const own = await Promise.all(
    targets.map(async ({ document, overlays, templates }) => {
      const sources = templateSources(templates, cwd).filter(({ isBuiltIn }) => !isBuiltIn);
      const sets = sources.map(({ folder }) => folder);
      return [document, ...overlays, ...(await Promise.all(sets.map(filesBelow))).flat()];
    }),
  );
  return [...new Set([...(config === null ? [] : [config]), ...own.flat(), ...files])];
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const paths = ((await listFiles(folder)) ?? []).map((path) => resolve(join(folder, path)));
  return [folder, ...new Set(paths.map(dirname)), ...paths];
}
