/** The mock in a process of its own, started with `--expose-gc`: says where it listens, what its heap holds, and what time it took. */
import { pathToFileURL } from "node:url";
import { serveMock } from "../../../generator/mock/serve-mock.js";

const [module = ""] = process.argv.slice(2);
const { createMock } = (await import(pathToFileURL(module).href)) as {
  readonly createMock: () => (request: Request) => Promise<Response>;
};
const server = await serveMock(createMock());
process.send?.({ url: server.url });
// By itself, so that a profile is written.
process.once("disconnect", () => process.exit());
process.on("message", () => {
  // Twice, as the first may only find out what can go.
  globalThis.gc?.();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ heap: process.memoryUsage().heapUsed, cpu: user + system });
});
