import { execFile } from "node:child_process";

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command to its end, as from a terminal: without what npm and vitest put into the environment.
 * @returns the exit status and what was printed; rejects only where there is no such command
 */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|FORCE_COLOR$)/.test(name),
  );
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1", npm_config_update_notifier: "false" };
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd, env, maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      if (error === null) resolve({ status: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ status: error.code, stdout, stderr });
      else reject(new Error(`${command} could not be run`, { cause: error }));
    });
  });
}

/**
 * Runs a command that must succeed.
 * @returns what it printed to stdout
 * @throws Error with all that it printed
 */
export async function runOrThrow(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await runCommand(command, args, cwd);
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
}
