/** A target becomes what `exemplar mock` serves. Writes nothing but what `load-mock.ts` removes again. */
import { resolve } from "node:path";
import type { MockConfig } from "./config.js";
import { collectDiagnostics } from "./diagnostics.js";
import type { Document } from "./document/document.js";
import { isJsonObject, type JsonObject, member } from "./document/json.js";
import type { Generated } from "./generate.js";
import type { RunningMock } from "./mock/load-mock.js";
import { type ReferencePage, referencePage } from "./mock/reference-page.js";
import { servedDocument } from "./mock/served-document.js";
import type { MockTarget } from "./mock-target.js";
import type { Model } from "./model/model.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";
import { templateSources } from "./template-sources.js";

/** What is served at a time; `--watch` puts another in its place. */
export interface Served {
  readonly mock: RunningMock;
  readonly page: ReferencePage | null;
  /** Names of query parameters that are credentials. */
  readonly credentials: ReadonlySet<string>;
  readonly title: string;
  readonly operations: number;
}

/** A document that was read. */
export interface Loaded {
  /** Null after an error. */
  readonly served: Served | null;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Operations that were not generated. */
  readonly leftOut: number;
  /** What was read, and what was looked for; absolute. */
  readonly files: readonly string[];
  readonly milliseconds: number;
}

/** How many requests the mock keeps: as many as may be answered at the same time, for the log. */
const recorded = 100;

/** What a target is made of before it is read. */
export function inputsOf({ target, config }: MockTarget): readonly string[] {
  return [target.document, ...target.overlays, ...(config === null ? [] : [config])];
}

/**
 * Reads a target, generates its package in memory, and makes a mock of it.
 * @param cwd diagnostics name files relative to it; absolute
 * @param beforeFiles called before there is anything that has to be put away when the process ends
 */
export async function loadServed(chosen: MockTarget, cwd: string, beforeFiles: () => void): Promise<Loaded> {
  const { target, mock } = chosen;
  const started = performance.now();
  const diagnostics = collectDiagnostics({ strict: target.strict });
  let files: Document["files"] = new Map();
  const { generate } = await import("./generate.js");
  const options = { cwd, templates: templateSources(target.templates, cwd), verify: false, format: false };
  const generated = await generate(target, options, diagnostics, (document) => {
    files = document.files;
  });
  const isGood = generated !== null && !diagnostics.hasErrors();
  const served = isGood ? await serve(generated, mock, beforeFiles) : null;
  return {
    served,
    diagnostics: locateAll(diagnostics, files),
    leftOut: diagnostics.list().filter(({ code }) => code === "operation-left-out").length,
    files: [
      ...inputsOf(chosen),
      ...[...files.keys()].filter((uri) => !/^https?:/i.test(uri)).map((uri) => resolve(cwd, uri)),
      ...(generated?.referenced ?? []).flatMap(({ path }) => (path === null ? [] : [path])),
    ],
    milliseconds: performance.now() - started,
  };
}

async function serve(
  { files, model, resolved }: Generated,
  { delay, cors, echo, dynamic, seed, page }: Required<MockConfig>,
  beforeFiles: () => void,
): Promise<Served> {
  beforeFiles();
  const { loadMock } = await import("./mock/load-mock.js");
  const createMock = await loadMock(files);
  return {
    mock: createMock({ delay, cors, echo, dynamic, seed, recorded }),
    page: page ? referencePage(pathsOf(resolved, model), servedDocument(resolved)) : null,
    credentials: new Set(
      model.securitySchemes.flatMap((scheme) => (scheme.kind === "apiKey" ? [scheme.parameter] : [])),
    ),
    title: `${model.info.title} ${model.info.version}`.trim(),
    operations: model.operations.length,
  };
}

/** What the page must not take. */
function pathsOf(resolved: JsonObject, { servers }: Model): readonly string[] {
  const paths = member(resolved, "paths");
  const fronts = servers
    .flatMap(({ urls }) => urls)
    .flatMap((url) =>
      URL.canParse(url, "http://localhost/") ? [new URL(url, "http://localhost/").pathname.replace(/\/+$/, "")] : [],
    );
  return [...(isJsonObject(paths) ? Object.keys(paths) : []), ...fronts.filter((path) => path !== "")];
}
