/** Loaded before the command (`--import`): each attempt to reach a host is written to the file that WATCHED_NETWORK names. */
import { appendFileSync } from "node:fs";
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

/** Puts a note in front of a function. */
function watch(holder: object, name: string): void {
  const original = Reflect.get(holder, name) as (...args: readonly unknown[]) => unknown;
  Reflect.set(holder, name, function watched(this: unknown, ...args: readonly unknown[]): unknown {
    appendFileSync(process.env["WATCHED_NETWORK"] ?? "", `${name} ${JSON.stringify(args[0])}\n`);
    return Reflect.apply(original, this, args);
  });
}

// What every client ends up in.
watch(net.Socket.prototype, "connect");
watch(dns, "lookup");
watch(dgram, "createSocket");
syncBuiltinESMExports();
