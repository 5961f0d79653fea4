/** Prism, the server that we did not write, as a child process. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

const command = new URL("../../node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url).pathname;

export const hasPrism: boolean = existsSync(command);

export interface Prism {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts Prism over a document; it refuses requests that the document does not allow. Resolves when it is ready. */
export async function startPrism(document: string): Promise<Prism> {
  let problem: unknown;
  // Somebody may take the port between our looking and Prism's asking.
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await startOn(await freePort(), document);
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

async function startOn(port: number, document: string): Promise<Prism> {
  const options = ["mock", "--errors", "--host", "127.0.0.1", "--port", String(port), document];
  const child = spawn(process.execPath, [command, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const close = () => stop(child);
  let output = "";
  try {
    await new Promise<void>((resolve, reject) => {
      const note = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes("Prism is listening")) resolve();
      };
      child.stdout.on("data", note);
      child.stderr.on("data", note);
      child.once("error", reject);
      child.once("exit", () => {
        reject(new Error(`Prism has ended:\n${output}`));
      });
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, close };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
