/**
 * Requests that do not fit: the fixture of each operation, broken in one place at a time. What our mock says of each is
 * compared with what Ajv says of the same value: accepted or refused, and the field that is named.
 */
import type { ErrorObject } from "ajv/dist/2020.js";
import type { Model, Operation } from "../../generator/model/model.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { hasContentType, requestBodies } from "../../generator/view/request-bodies.js";
import { type Judge, judgeFor } from "./contradicts-schema.js";
import type { LoadedPackage } from "./load-package.js";
import { type Mutation, mutateValue } from "./mutate-value.js";
import type { Failure } from "./outcome.js";

export interface MutationReport {
  readonly calls: number;
  readonly failures: readonly Failure[];
}

/** So many of an operation: those of one kind at one place are enough. */
const most = 80;

/** Breaks the requests of all operations that have a body of JSON, or parameters in the query. */
export async function mutateRequests(model: Model, loaded: LoadedPackage): Promise<MutationReport> {
  const judge = judgeFor(model);
  const table: SchemaTable = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  const failures: Failure[] = [];
  let calls = 0;
  for (const operation of model.operations) {
    const fixture = loaded.fixtures[operation.id]?.request;
    if (typeof fixture !== "object" || fixture === null) continue;
    // An example may break a rule; that is told when the operation is called.
    if ((await verdict(model, loaded, operation, fixture))?.isRefused !== false) continue;
    for (const [input, mutation, expected] of planned(operation, fixture, table, judge)) {
      // Ajv passes over members of this name.
      if (JSON.stringify([mutation.path, mutation.kind]).includes("__proto__")) continue;
      const outcome = await verdict(model, loaded, operation, input);
      if (outcome === null) continue;
      calls++;
      const what = disagreement(outcome, expected);
      const where = `${operation.id} ${mutation.kind} ${mutation.path.join(".")}`;
      if (what !== null) failures.push({ stage: "mutations", where, what });
    }
  }
  return { calls, failures };
}

type Planned = readonly [input: object, mutation: Mutation, errors: readonly string[]];

/** Inputs that differ from the fixture in one place, and the fields that Ajv finds wrong. */
function planned(operation: Operation, fixture: object, table: SchemaTable, judge: Judge): readonly Planned[] {
  const sections = new Map<string, unknown>(Object.entries(fixture));
  const plans: Planned[] = [];
  const [content] = requestBodies(operation);
  const body = sections.get("body");
  const isPlain = content?.encoding.kind === "json" && !hasContentType(operation);
  if (content !== undefined && isPlain && body !== undefined && judge(content.schema, body)?.length === 0) {
    for (const mutation of unique(mutateValue(body, content.schema, table))) {
      const errors = judge(content.schema, mutation.value);
      if (errors !== null)
        plans.push([
          { ...fixture, body: mutation.value },
          { ...mutation, path: ["body", ...mutation.path] },
          errors.map((error) => fieldOf("body", error)),
        ]);
    }
  }
  const query = sections.get("query");
  if (typeof query !== "object" || query === null) return plans;
  for (const { name, schema } of operation.parameters.query) {
    const value: unknown = Reflect.get(query, name);
    if (!["string", "number", "boolean"].includes(typeof value)) continue;
    for (const mutation of unique(mutateValue(value, schema, table))) {
      // In a query all is text: a number where there should be text is text.
      if (typeof mutation.value === "object" || (typeof mutation.value !== "string" && typeof value === "string"))
        continue;
      const errors = judge(schema, mutation.value);
      // Where text will do, it is no fault.
      if (typeof mutation.value !== "string" && judge(schema, JSON.stringify(mutation.value))?.length === 0) continue;
      if (errors !== null && mutation.value !== "")
        plans.push([
          { ...fixture, query: { ...query, [name]: mutation.value } },
          { ...mutation, path: ["query", name] },
          errors.map(() => `query.${name}`),
        ]);
    }
  }
  return plans;
}

function unique(mutations: readonly Mutation[]): readonly Mutation[] {
  const byKind = new Map(
    mutations.map((mutation) => [JSON.stringify([mutation.kind, mutation.path, mutation.value]), mutation]),
  );
  return [...byKind.values()].slice(0, most);
}

/** As our mock names it. */
function fieldOf(section: string, { instancePath, params }: ErrorObject): string {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const named = ["missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName"].flatMap((key) => {
    const name: unknown = params[key];
    return typeof name === "string" ? [name] : [];
  });
  return [section, ...path, ...named].join(".");
}

interface Verdict {
  readonly isRefused: boolean;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

/** What the mock says; null where the request does not reach the operation, or its client cannot send it. */
async function verdict(
  model: Model,
  loaded: LoadedPackage,
  operation: Operation,
  input: object,
): Promise<Verdict | null> {
  const mock = loaded.createMock({});
  const client = loaded.createClient({ fetch: mock });
  const auth = Object.fromEntries(
    model.securitySchemes.map(({ name, kind }) => [name, kind === "basic" ? "user:password" : "a-credential"]),
  );
  const outcome = await loaded.operations[operation.id]?.(client, input, { auth }).result();
  const record = mock.requests.at(-1);
  if (outcome === undefined || record === undefined || record.operation !== operation.id) return null;
  return { isRefused: record.problems.length > 0, problems: record.problems };
}

function disagreement({ isRefused, problems }: Verdict, expected: readonly string[]): string | null {
  const ours = problems
    .map(({ field, message }) => `${field} ${message}`)
    .join("; ")
    .slice(0, 200);
  if (isRefused !== expected.length > 0)
    return isRefused
      ? `refused (${ours}), and Ajv accepts it`
      : `accepted, and Ajv refuses ${expected.join(", ").slice(0, 200)}`;
  const isNamed = problems.some(({ field }) =>
    expected.some((other) => field === other || other.startsWith(`${field}.`) || field.startsWith(`${other}.`)),
  );
  return isNamed || !isRefused ? null : `names ${ours}, and Ajv ${expected.join(", ").slice(0, 200)}`;
}
