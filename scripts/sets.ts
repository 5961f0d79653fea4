/**
 * Every document of a folder through the template set `zod`: each request and response fixture is parsed by its schema.
 * What fails where Ajv says that the fixture fits is a failure; the rest contradicts the document.
 * Each is also broken in one place at a time, and what Zod says of it compared with Ajv. With `--types` the packages are
 * type-checked, with the types of the set `openapi-fetch` in them.
 *
 *   npx tsx scripts/sets.ts <folder> [--filter TEXT] [--types] [--no-mutate] [--int64 …] [--dates …]
 */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { dateTypes } from "../generator/document/dates.js";
import { int64Types } from "../generator/document/int64.js";
import { parseFixtures, type ZodReport } from "./sets/parse-fixtures.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    filter: { type: "string", default: "" },
    types: { type: "boolean", default: false },
    mutate: { type: "boolean", default: true },
    int64: { type: "string", default: "number" },
    dates: { type: "string", default: "string" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: npx tsx scripts/sets.ts <folder>");
const int64 = int64Types.find((type) => type === values.int64) ?? "number";
const dates = dateTypes.find((type) => type === values.dates) ?? "string";
const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name) && name.includes(values.filter));
const reports: ZodReport[] = [];
for (const name of names.sort()) {
  const options = { int64, dates, types: values.types, mutate: values.mutate };
  const report = await parseFixtures(resolve(folder, name), options).catch((error: unknown): ZodReport => ({
    parsed: 0,
    contradictions: [],
    failures: [error instanceof Error ? (error.stack ?? error.message).slice(0, 1500) : String(error)],
    missed: [],
    mutations: 0,
    stricter: [],
  }));
  reports.push(report);
  const { parsed, contradictions, failures, mutations, missed, stricter } = report;
  const words = [
    `${parsed} parsed`,
    `${contradictions.length} contradict`,
    `${failures.length} failed`,
    `${mutations} mutations`,
    `${missed.length} missed`,
    `${stricter.length} stricter`,
  ];
  process.stdout.write(`${name.padEnd(56)}${words.join(", ")}\n`);
  const shown = [...failures.map((line) => `failed: ${line}`), ...missed.map((line) => `missed: ${line}`)];
  for (const line of [...shown, ...stricter.map((each) => `stricter: ${each}`)].slice(0, 12))
    process.stdout.write(`    ${line}\n`);
}
const sum = (of: (report: ZodReport) => number) => reports.reduce((total, report) => total + of(report), 0);
process.stdout.write(
  `\n${reports.length} documents, ${sum(({ parsed }) => parsed)} fixtures parsed, ${sum((each) => each.contradictions.length)} contradict their schema, ${sum(({ failures }) => failures.length)} failures; ${sum(({ mutations }) => mutations)} mutations, ${sum(({ missed }) => missed.length)} missed, ${sum(({ stricter }) => stricter.length)} refused that Ajv takes\n`,
);
process.exitCode = reports.every(({ failures }) => failures.length === 0) ? 0 : 1;
