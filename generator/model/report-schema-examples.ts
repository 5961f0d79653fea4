/** Examples that stand in schemas, judged where they stand. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { appendToken } from "../document/json-pointer.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type { NormalDocument, NormalOperation, Schema } from "../document/normal-document.js";
import { schemaExamples } from "./component-fixture.js";
import { reportContradictions } from "./example-fixtures.js";
import type { SchemaTable } from "./schema-shape.js";

type Look = (schema: Schema, origin: Origin, isComponent?: boolean) => void;

/**
 * Reports each example of a schema, of the components and in operations, that contradicts it.
 * @param document each schema without what its direction does not have
 * @param whole the same document, with that
 */
export function reportSchemaExamples(
  document: NormalDocument,
  whole: NormalDocument,
  table: SchemaTable,
  diagnostics: Diagnostics,
): void {
  const look: Look = (schema, origin, isComponent = false) => {
    for (const [index, example] of schemaExamples(schema, origin).entries())
      // The first one of a component is its fixture.
      reportContradictions(example, { schema, table, origin }, isComponent && index === 0, diagnostics);
    below(schema, origin, look);
  };
  const lookAtHidden: Look = (schema, origin) => {
    if (schema["readOnly"] === true || schema["writeOnly"] === true) look(schema, origin);
    else below(schema, origin, lookAtHidden);
  };
  for (const { schema, origin } of document.schemas) look(schema, origin, true);
  for (const operation of operationsOf(document)) lookIn(operation, look);
  // What one direction does not have stands nowhere else, unless it is a component's.
  if (whole !== document) for (const operation of operationsOf(whole)) lookIn(operation, lookAtHidden);
}

function operationsOf({ operations, webhooks }: NormalDocument): readonly NormalOperation[] {
  return [
    ...operations.flatMap((operation) => [operation, ...operation.callbacks.map((callback) => callback.operation)]),
    ...webhooks.map(({ operation }) => operation),
  ];
}

function lookIn({ parameters, requestBody, responses }: NormalOperation, look: Look): void {
  for (const { schema, schemaOrigin } of parameters) look(schema, schemaOrigin);
  for (const { schema, schemaOrigin } of responses.flatMap(({ headers }) => headers)) look(schema, schemaOrigin);
  for (const { content } of [...(requestBody === null ? [] : [requestBody]), ...responses])
    for (const { schema, schemaOrigin, inferredFrom } of content)
      if (schema !== null && inferredFrom === null) look(schema, schemaOrigin);
}

function below(schema: Schema, { uri, pointer }: Origin, look: Look): void {
  mapSubschemas(schema, (child, keys) => {
    look(child, { uri, pointer: keys.reduce(appendToken, pointer) });
    return child;
  });
}
