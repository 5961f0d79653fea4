/** Whether every value that was made up fits its schema, all keywords considered. */
import { findViolations } from "../../generator/model/find-violations.js";
import type { Model, Operation } from "../../generator/model/model.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { violationWords } from "../../generator/model/violation-words.js";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import type { Failure } from "./outcome.js";

interface MadeValue {
  readonly where: string;
  readonly value: JsonValue;
  readonly schema: Schema;
}

/** Judges the synthesised fixtures of all operations and webhooks. */
export function fixtureFailures({ operations, webhooks, schemas }: Model): readonly Failure[] {
  const table: SchemaTable = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const made = [...operations, ...webhooks.map(({ operation }) => operation)].flatMap(madeValues);
  return made.flatMap(({ where, value, schema }) =>
    findViolations(value, schema, table).map((violation): Failure => {
      return { stage: "fixtures", where, what: violationWords(violation, value) };
    }),
  );
}

function madeValues(operation: Operation): readonly MadeValue[] {
  const sections = ["path", "query", "headers", "cookies"] as const;
  const parameters = sections.flatMap((section) =>
    operation.parameters[section].flatMap(({ name, schema }): readonly MadeValue[] => {
      const value = operation.request[section][name];
      return value === undefined ? [] : [{ where: `${operation.id} ${section}.${name}`, value, schema }];
    }),
  );
  const responses = operation.responses.flatMap(({ status, contents }) =>
    contents.flatMap(({ fixtures, kind, schema, mediaType }): readonly MadeValue[] => {
      const isStream = kind === "lines" || kind === "sequence" || kind === "events";
      return fixtures
        .filter(({ source, bytes }) => source === "synthesised" && bytes === null)
        .map(({ value }) => {
          const own = isStream && Array.isArray(value) ? { type: "array", items: schema } : schema;
          return { where: `${operation.id} ${status} ${mediaType}`, value, schema: own };
        });
    }),
  );
  const { request, requestBody } = operation;
  const body: readonly MadeValue[] =
    request.body === undefined ||
    request.bodyBytes !== null ||
    requestBody === null ||
    requestBody.encoding.kind === "raw"
      ? []
      : [
          {
            where: `${operation.id} body`,
            value: request.body,
            schema: withoutCredentials(operation, requestBody.schema),
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
