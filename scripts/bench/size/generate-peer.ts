/** The peers' clients of a document: installed once, generated once for a document, in a cache. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { peersFolder, peersSource } from "./places.js";
import type { Peer } from "./subject.js";

/** `../shared/peers` does not have it. Of version 5, the registry has no plugin that writes clients. */
const kubb = {
  "@kubb/cli": "4.39.3",
  "@kubb/core": "4.39.3",
  "@kubb/plugin-client": "4.39.3",
  "@kubb/plugin-oas": "4.39.3",
  "@kubb/plugin-ts": "4.39.3",
};

/** Copies and installs the peers, where that has not been done. */
export function installPeers(): void {
  mkdirSync(peersFolder, { recursive: true });
  const packageFile = join(peersFolder, "package.json");
  const before = existsSync(packageFile) ? readFileSync(packageFile, "utf8") : "";
  for (const name of readdirSync(peersSource)) {
    const text = readFileSync(join(peersSource, name), "utf8");
    writeFileSync(join(peersFolder, name), name === "package.json" ? withKubb(text) : text);
  }
  const isInstalled = existsSync(join(peersFolder, "node_modules", ".package-lock.json"));
  if (isInstalled && before === readFileSync(packageFile, "utf8")) return;
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: peersFolder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm install in ${peersFolder} ended with ${String(status)}`);
}

function withKubb(text: string): string {
  // The shape of any package.json.
  const given = JSON.parse(text) as { readonly dependencies?: Readonly<Record<string, string>> };
  return `${JSON.stringify({ ...given, dependencies: { ...given.dependencies, ...kubb } }, null, 2)}\n`;
}

/** A folder, or in one line why there is none. */
export type PeerOutput =
  { readonly kind: "generated"; readonly folder: string } | { readonly kind: "failed"; readonly reason: string };

/**
 * Runs a peer on a document, unless it has been.
 * @param document absolute
 */
export function generatePeer(peer: Peer, document: string): PeerOutput {
  const folder = join(peersFolder, "output", hashOf([document, join(peersFolder, "package.json")]), peer);
  const marker = join(folder, ".generated");
  if (existsSync(marker)) return { kind: "generated", folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const node = join(peersFolder, "node_modules", "node", "bin", "node");
  const args = peer === "kubb" ? kubbArguments(document, folder) : ["run.mjs", peer, document, folder];
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: peersFolder,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) return { kind: "failed", reason: reasonOf(`${stdout}\n${stderr}`) };
  writeFileSync(marker, "");
  return { kind: "generated", folder };
}

function kubbArguments(document: string, folder: string): readonly string[] {
  const [from, to] = [document, folder].map((path) => JSON.stringify(path));
  const config = `
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default {
  input: { path: ${from ?? ""} },
  output: { path: ${to ?? ""}, format: false },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: "fetch" })],
};`;
  writeFileSync(join(peersFolder, "kubb.config.mjs"), config);
  return [join("node_modules", ".bin", "kubb"), "generate", "--config", "kubb.config.mjs"];
}

/** Of the content of files. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

/** The line that says why, or the last one. */
function reasonOf(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .map((line) => line.trim());
  const reason = lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => /\w/.test(line));
  return (reason ?? "no reason given").replaceAll("|", "/").slice(0, 120);
}
