/**
 * Tells when files change, by looking at them: events of file systems differ between systems, are lost where an editor
 * replaces a file or a folder, and do not exist on network drives and in containers. A few looks a second cost nothing.
 */
import { stat } from "node:fs/promises";

/** Files that are watched. */
export interface FileWatch {
  /** Watches these files and no others, some of which may not exist; what new ones are now is no change. */
  readonly watch: (paths: readonly string[]) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Begins to watch no file yet.
 * @param onChange called after changes, once they have come to rest; not again before it has ended
 * @param interval milliseconds between two looks
 */
export function watchFiles(onChange: () => Promise<void>, interval = 200): FileWatch {
  /** What each file was when `onChange` was last called, or when it was first watched. */
  let known: ReadonlyMap<string, string> = new Map();
  let last = known;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  const look = async (): Promise<void> => {
    const now = await statesOf([...known.keys()]);
    // Two looks at the same: a burst of changes is one, and no file is read half written.
    if (!isSame(now, known) && isSame(now, last)) {
      known = now;
      await onChange();
    }
    last = now;
    plan();
  };
  const plan = () => {
    if (isStopped) return;
    // Thousands of files are looked at less often.
    timer = setTimeout(() => void look(), Math.max(interval, known.size));
  };
  plan();
  return {
    watch: async (paths) => {
      const now = await statesOf(paths);
      // What changed while it was being read is still a change.
      known = new Map([...now].map(([path, state]) => [path, known.get(path) ?? state]));
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, state]) => other.get(path) === state);
}

/** What tells a file from what it was: editors replace files, and a change within a tick of its time has another size. */
async function statesOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const states = paths.map(async (path): Promise<[string, string]> => {
    const found = await stat(path, { bigint: true }).catch(() => null);
    return [path, found === null ? "none" : [found.mtimeNs, found.ctimeNs, found.size, found.ino].join(" ")];
  });
  return new Map(await Promise.all(states));
}
