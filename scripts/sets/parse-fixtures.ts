/** One document through the template set `zod`: its fixtures, and what is left of them when they are broken. */
import { dirname } from "node:path";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import type { BodyContent, Model, Operation } from "../../generator/model/model.js";
import type { Schema } from "../../generator/document/normal-document.js";
import type { OutputFile } from "../../generator/output/output-file.js";
import { templateSources } from "../../generator/template-sources.js";
import { typeErrors } from "../corpus/check-types.js";
import { judgeFor } from "../corpus/contradicts-schema.js";
import { mutateValue } from "../corpus/mutate-value.js";
import { targetFor } from "../corpus/target-for.js";
import { importBundle } from "./import-bundle.js";

export interface ZodReport {
  readonly parsed: number;
  /** Fixtures that are refused, and that Ajv refuses too. */
  readonly contradictions: readonly string[];
  readonly failures: readonly string[];
  readonly mutations: number;
  /** Broken values that Ajv refuses and Zod takes. */
  readonly missed: readonly string[];
  /** Broken values that Zod refuses and Ajv takes. */
  readonly stricter: readonly string[];
}

interface Options {
  readonly int64: "number" | "string" | "bigint";
  readonly dates: "string" | "Date";
  readonly types: boolean;
  readonly mutate: boolean;
}

interface ZodLike {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly message: string } };
}

interface Loaded {
  readonly schemas: Readonly<Record<string, ZodLike | undefined>>;
  readonly fixtures: Readonly<Record<string, Fixtures | undefined>>;
}

interface Fixtures {
  readonly request?: Readonly<Record<string, unknown>>;
  readonly requests?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly responses?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A value, what checks it, and what the document says of it. */
interface Case {
  readonly where: string;
  readonly zod: ZodLike | undefined;
  readonly value: unknown;
  /** Null for what is no JSON. */
  readonly schema: Schema | null;
  /** Whether the schema of Zod is that of other responses, too. */
  readonly isShared?: boolean;
}

/** Generates the document with the set, and parses its fixtures. */
export async function parseFixtures(path: string, { int64, dates, types, mutate }: Options): Promise<ZodReport> {
  const diagnostics = collectDiagnostics();
  // openapi-fetch reads JSON as it is.
  const isRaw = int64 === "number" && dates === "string";
  const sets = ["client", "fixtures", "mock", "zod", ...(isRaw ? ["openapi-fetch"] : [])].map((set) => ({
    set,
    options: {},
  }));
  const target = { ...targetFor(path, { int64, dates }), templates: sets };
  const options = { cwd: dirname(path), templates: templateSources(sets, ""), verify: false, format: false };
  const generated = await generate(target, options, diagnostics, () => undefined);
  if (generated === null)
    throw new Error(
      diagnostics
        .list()
        .map(({ message }) => message)
        .join("; ")
        .slice(0, 500),
    );
  const { model, files } = generated;
  const failures: string[] = [];
  if (types) failures.push(...typeErrors(files).map(({ where, what }) => `${where} ${what}`));
  const loaded = await load(files);
  const judge = judgeFor(model);
  const contradictions: string[] = [];
  const [missed, stricter]: [string[], string[]] = [[], []];
  let [parsed, mutations] = [0, 0];
  const table = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  for (const { where, zod, value, schema, isShared = false } of casesOf(model, loaded)) {
    if (zod === undefined) {
      failures.push(`${where}: there is no schema`);
      continue;
    }
    parsed++;
    const result = attempt(zod, value);
    const errors = schema === null ? [] : judge(schema, value);
    if (result !== null && (errors === null || errors.length === 0)) failures.push(`${where}: ${result}`);
    else if (result !== null) contradictions.push(where);
    if (schema === null || !isRaw || !mutate || isShared || result !== null) continue;
    for (const mutation of mutateValue(value, schema, table).slice(0, 40)) {
      const verdict = judge(schema, mutation.value);
      if (verdict === null) continue;
      mutations++;
      const isRefused = attempt(zod, mutation.value) !== null;
      const line = `${where} ${mutation.kind} at ${mutation.path.join(".")}`;
      if (verdict.length > 0 && !isRefused) missed.push(`${line} (${verdict[0]?.keyword ?? ""})`);
      if (verdict.length === 0 && isRefused) stricter.push(line);
    }
  }
  return { parsed, contradictions, failures, mutations, missed, stricter };
}

/** What is wrong, or null. */
function attempt(zod: ZodLike, value: unknown): string | null {
  try {
    const result = zod.safeParse(value);
    return result.success ? null : (result.error?.message ?? "").replace(/\s+/g, " ").slice(0, 300);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function* casesOf(model: Model, { schemas, fixtures }: Loaded): Generator<Case> {
  for (const operation of model.operations) {
    const own = fixtures[operation.id];
    if (own === undefined) continue;
    yield* requestCases(operation, own, schemas);
    const successes = operation.responses.filter(({ ok }) => ok);
    for (const response of operation.responses) {
      const isSuccess = response.ok || (successes.length === 0 && response.status === "default");
      const status = response.status.charAt(0).toUpperCase() + response.status.slice(1);
      for (const content of response.contents) {
        const isStream = content.kind === "lines" || content.kind === "sequence" || content.kind === "events";
        if (isStream) continue;
        const keys = Object.keys(own.responses ?? {}).filter(
          (key) => key === response.status || key === `${response.status} ${content.mediaType}`,
        );
        const exact = keys.find((key) => key !== response.status) ?? keys[0];
        const isFirst = exact === response.status;
        if (isFirst && content !== preferred(response.contents)) continue;
        for (const [name, value] of Object.entries((exact === undefined ? undefined : own.responses?.[exact]) ?? {}))
          yield {
            where: `${operation.id} ${response.status} ${content.mediaType} ${name}`,
            zod: schemas[`${operation.id}${isSuccess ? "Response" : `Error${status}`}Schema`],
            value,
            schema: content.kind === "json" ? content.schema : null,
            isShared: (isSuccess && successes.length > 1) || response.contents.length > 1,
          };
      }
    }
  }
}

function preferred<Content extends { readonly kind: string }>(contents: readonly Content[]): Content | undefined {
  return contents.find(({ kind }) => kind === "json") ?? contents[0];
}

function* requestCases(operation: Operation, own: Fixtures, schemas: Loaded["schemas"]): Generator<Case> {
  const { id, parameters, requestBody } = operation;
  for (const section of ["path", "query", "headers", "cookies"] as const) {
    if (own.request === undefined || parameters[section].length === 0 || own.request[section] === undefined) continue;
    const schema: Schema = {
      type: "object",
      properties: Object.fromEntries(parameters[section].map((each) => [each.name, each.schema])),
    };
    const suffix = section.charAt(0).toUpperCase() + section.slice(1);
    yield { where: `${id} ${section}`, zod: schemas[`${id}${suffix}Schema`], value: own.request[section], schema };
  }
  if (requestBody === null) return;
  const named = (content: BodyContent) => schemas[`${id}Body${content === requestBody ? "" : content.word}Schema`];
  const all = Object.entries(own.requests ?? {}).flatMap(([mediaType, requests]) =>
    Object.entries(requests).map(([name, request]) => ({ mediaType, name, body: request["body"] })),
  );
  const bodies = all.length > 0 ? all : [{ mediaType: "", name: "", body: own.request?.["body"] }];
  for (const { mediaType, name, body } of bodies) {
    const content = [requestBody, ...requestBody.others].find((each) => each.mediaTypes.includes(mediaType));
    if (body === undefined) continue;
    const used = content ?? requestBody;
    const isJson = used.encoding.kind === "json" || used.encoding.kind === "form";
    yield {
      where: `${id} body ${mediaType} ${name}`,
      zod: named(used),
      value: body,
      schema: isJson ? used.schema : null,
    };
  }
}

/** The schemas and fixtures of a package, bundled and imported. */
async function load(files: readonly OutputFile[]): Promise<Loaded> {
  const paths = files.map(({ path }) => path);
  const modules = paths.filter((path) => /^src\/zod\/[^/]+\.ts$/.test(path) && path !== "src/zod/index.ts");
  const lines = [
    ...modules.map((path) => `export * from "./${path.replace(/\.ts$/, ".js")}";`),
    'export * from "./src/zod/index.js";',
    'export * as fixtures from "./src/fixtures/index.js";',
  ];
  // What those lines export.
  const module = (await importBundle(files, lines)) as Loaded["schemas"] & { readonly fixtures: Loaded["fixtures"] };
  return { schemas: module, fixtures: module.fixtures };
}
