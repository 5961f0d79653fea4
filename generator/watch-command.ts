/** `exemplar generate --watch`: generates again whenever something changes that the output is made of. */
import { dirname, join, resolve } from "node:path";
import { watchFiles } from "./watch-files.js";
import { listFiles } from "./output/template-set.js";
import type { Target } from "./config.js";
import { templateSources } from "./template-sources.js";

/** What a run has read, or is to read. */
export interface WatchedInputs {
  /** Empty where the config could not be read, which was reported. */
  readonly targets: readonly Target[];
  /** The files that their documents are in; absolute. */
  readonly files: readonly string[];
}

/**
 * Runs over all targets; the config may have other ones each time.
 * @param begin to be told of the targets, and awaited, before anything of them is read
 */
export type WatchedRun = (begin: (targets: readonly Target[]) => Promise<void>) => Promise<WatchedInputs>;

/** What is watched beside the inputs of the targets. */
export interface WatchOptions {
  /** The config file, absolute; null where the command names the document. */
  readonly config: string | null;
  readonly cwd: string;
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
  /** Called whenever it begins to wait: a change from now on is not missed. */
  readonly onWaiting: () => void;
}

/**
 * Runs, then again after each change, until it is told to stop.
 * @param run reports what it does
 */
export async function watchTargets(run: WatchedRun, options: WatchOptions): Promise<void> {
  let before: readonly string[] = [];
  const once = async (): Promise<void> => {
    const read = await run(async (targets) => {
      // What changes while it is being read is a change, too.
      await watch.watch(await inputsOf({ targets, files: before }, options));
    });
    before = read.files;
    await watch.watch(await inputsOf(read, options));
    options.onWaiting();
  };
  let running = Promise.resolve();
  /** One after the other: something may change while the first run is still under way. */
  const again = () => (running = running.then(once));
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
async function inputsOf({ targets, files }: WatchedInputs, { config, cwd }: WatchOptions): Promise<readonly string[]> {
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
