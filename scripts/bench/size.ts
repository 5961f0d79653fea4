/**
 * How many bytes an application gets from a generated client that it calls one operation of, beside other generators.
 *
 *   npm run bench:size [zoom] [github] [stripe] [-- --no-peers] [--breakdown]
 *
 * `--no-peers`: ours and `fetch` by hand alone. `--breakdown`: of ours also the bytes of each module, and what each
 * further operation adds.
 */
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildApplication, type Built } from "./size/build-application.js";
import { generateOurs } from "./size/generate-ours.js";
import { generatePeer, installPeers } from "./size/generate-peer.js";
import { github } from "./size/github.js";
import { overlaidDocument } from "./size/overlaid-document.js";
import { cacheFolder, peersFolder, peersSource, root } from "./size/places.js";
import { differences, recordRequests, type SentRequest } from "./size/record-requests.js";
import { stripe } from "./size/stripe.js";
import { type Application, sourceText, type Subject } from "./size/subject.js";
import { zoom } from "./size/zoom.js";

const subjects: readonly Subject[] = [zoom, github, stripe];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { peers: { type: "boolean", default: true }, breakdown: { type: "boolean", default: false } },
});
const hasPeers = values.peers && existsSync(peersSource);
if (values.peers && !hasPeers) print(`There is no folder ${peersSource}: without the peers.\n`);
if (hasPeers) installPeers();
for (const subject of subjects) {
  if (positionals.length === 0 || positionals.includes(subject.key)) await benchSubject(subject);
}

async function benchSubject(subject: Subject): Promise<void> {
  if (!existsSync(resolve(root, subject.document))) {
    print(`There is no ${subject.document}: without ${subject.title}.\n`);
    return;
  }
  const ours = generateOurs(subject);
  const document = await overlaidDocument(subject);
  print(`| ${subject.title} | gzip, bytes | a further operation | requests |\n| --- | --: | --: | --- |`);
  let wanted: readonly (SentRequest | null)[] | null = null;
  const breakdowns: string[] = [];
  for (const application of subject.applications) {
    const { name, generator } = application;
    const isPeer = generator !== null && generator !== "ours";
    if (isPeer && !hasPeers) continue;
    const output = isPeer ? generatePeer(generator, document) : { kind: "generated" as const, folder: ours };
    if (output.kind === "failed") {
      print(`| ${name} | failed | | ${output.reason} |`);
      continue;
    }
    const { one, all } = await buildBoth(application, generator === null ? null : output.folder, isPeer);
    const sent = await recordRequests(all.code);
    wanted ??= sent;
    const further = (all.gzip - one.gzip) / (application.calls.length - 1);
    print(`| ${name} | ${count(one.gzip)} | ${further.toFixed(0)} | ${differences(wanted, sent) ?? "as wanted"} |`);
    if (values.breakdown && generator === "ours")
      breakdowns.push(byModule(name, one), await byOperation(application, ours));
  }
  print(`\n${breakdowns.join("\n")}`);
}

interface Both {
  /** With the first call. */
  readonly one: Built;
  /** With all of them. */
  readonly all: Built;
}

async function buildBoth(application: Application, client: string | null, isPeer: boolean): Promise<Both> {
  const packages = isPeer ? resolve(peersFolder, "node_modules") : null;
  const [one, all] = await Promise.all(
    [1, application.calls.length].map((calls) => buildApplication(sourceText(application, calls), client, packages)),
  );
  if (one === undefined || all === undefined) throw new Error("nothing was built");
  return { one, all };
}

function byModule(name: string, { code, modules }: Built): string {
  const rows = modules.map(([path, bytes]) => `| ${moduleName(path)} | ${count(bytes)} |`);
  return [
    `| ${name}, by module | minified, bytes |`,
    "| --- | --: |",
    ...rows,
    `| all | ${count(code.length)} |`,
    "",
  ].join("\n");
}

/** What each further call adds to those before it. */
async function byOperation(application: Application, client: string): Promise<string> {
  const rows: string[] = [];
  let before = 0;
  for (const [index, call] of application.calls.entries()) {
    const { gzip } = await buildApplication(sourceText(application, index + 1), client, null);
    if (index > 0) rows.push(`| \`${call}\` | ${count(gzip - before)} |`);
    before = gzip;
  }
  return [`| ${application.name}, further calls | gzip, bytes |`, "| --- | --: |", ...rows, ""].join("\n");
}

/** Of a module of ours: its path in the package. */
function moduleName(path: string): string {
  const inCache = relative(cacheFolder, resolve(path)).split(/[/\\]/);
  return inCache[0] === "size" ? inCache.slice(2).join("/") : path;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
