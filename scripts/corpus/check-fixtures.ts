/** Whether every value that was made up fits its schema, all keywords considered. */
import { findViolations } from "../../generator/model/find-violations.js";
import type { Diagnostic, Origin } from "../../generator/diagnostics.js";
import type { Model, Operation } from "../../generator/model/model.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { violationWords } from "../../generator/model/violation-words.js";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import type { Failure, Omission } from "./outcome.js";

interface MadeValue {
  readonly where: string;
  readonly value: JsonValue;
  readonly schema: Schema;
  /** Of a body: where its media type stands. */
  readonly origin: Origin | null;
}

export interface FixtureReport {
  readonly failures: readonly Failure[];
  /** Values that fit their type alone, as the generator said itself: their schemas contradict themselves. */
  readonly omissions: readonly Omission[];
}

/** Judges the synthesised fixtures of all operations and webhooks. */
export function checkFixtures(
  { operations, webhooks, schemas }: Model,
  diagnostics: readonly Diagnostic[],
): FixtureReport {
  const table: SchemaTable = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const reported = diagnostics
    .filter(({ code }) => code === "fixture-breaks-rule")
    .flatMap(({ place }) => (place !== null && "pointer" in place ? [keyOf(place)] : []));
  const failures: Failure[] = [];
  const omissions: Omission[] = [];
  for (const made of [...operations, ...webhooks.map(({ operation }) => operation)].flatMap(madeValues)) {
    const { where, value, schema, origin } = made;
    const [violation] = findViolations(value, schema, table);
    if (violation === undefined) continue;
    const isSaid = origin !== null && reported.some((key) => key.startsWith(`${keyOf(origin)}/`));
    if (isSaid) omissions.push({ where, why: "its schema allows no value that was found" });
    else failures.push({ stage: "fixtures", where, what: violationWords(violation, value) });
  }
  return { failures, omissions };
}

function keyOf({ uri, pointer }: Origin): string {
  return `${uri}#${pointer}`;
}

function madeValues(operation: Operation): readonly MadeValue[] {
  const sections = ["path", "query", "headers", "cookies"] as const;
  const parameters = sections.flatMap((section) =>
    operation.parameters[section].flatMap(({ name, schema }): readonly MadeValue[] => {
      const values = operation.request[section];
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const isExample = operation.request.examples.includes(`${section}.${name}`);
      return value === undefined || isExample
        ? []
        : [{ where: `${operation.id} ${section}.${name}`, value, schema, origin: null }];
    }),
  );
  const responses = operation.responses.flatMap(({ status, contents }) =>
    contents.flatMap(({ fixtures, kind, schema, mediaType, origin }): readonly MadeValue[] => {
      const isStream = kind === "lines" || kind === "sequence" || kind === "events";
      return fixtures
        .filter(({ source, bytes }) => source === "synthesised" && bytes === null)
        .map(({ value }) => {
          const own = isStream && Array.isArray(value) ? { type: "array", items: schema } : schema;
          return { where: `${operation.id} ${status} ${mediaType}`, value, schema: own, origin };
        });
    }),
  );
  const { request, requestBody } = operation;
  const body: readonly MadeValue[] =
    request.body === undefined ||
    request.examples.includes("body") ||
    request.bodyBytes !== null ||
    requestBody === null ||
    requestBody.encoding.kind === "raw"
      ? []
      : [
          {
            where: `${operation.id} body`,
            value: request.body,
            schema: withoutCredentials(operation, requestBody.schema),
            origin: requestBody.origin,
          },
        ];
  return [...parameters, ...responses, ...body];
}

/** What the client fills in is in no fixture. */
function withoutCredentials({ requestBody }: Operation, schema: Schema): Schema {
  const encoding = requestBody?.encoding;
  const names = encoding?.kind === "form" ? encoding.fields.filter(({ credential }) => credential !== null) : [];
  return names.length === 0 ? schema : {};
}
