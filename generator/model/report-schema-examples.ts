/** Examples that stand in schemas, judged where they stand. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { appendToken } from "../document/json-pointer.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type { NormalDocument, NormalOperation, Schema } from "../document/normal-document.js";
import { schemaExamples } from "./component-fixture.js";
import { reportContradictions, schemaOrigin } from "./example-fixtures.js";
import type { SchemaTable } from "./schema-shape.js";

/** Reports each example of a schema, of the components and in operations, that contradicts it. */
export function reportSchemaExamples(document: NormalDocument, table: SchemaTable, diagnostics: Diagnostics): void {
  const look = (schema: Schema, origin: Origin, isComponent = false): void => {
    for (const [index, example] of schemaExamples(schema, origin).entries())
      // The first one of a component is its fixture.
      reportContradictions(example, { schema, table, origin }, isComponent && index === 0, diagnostics);
    mapSubschemas(schema, (child, keys) => {
      look(child, { uri: origin.uri, pointer: keys.reduce(appendToken, origin.pointer) });
      return child;
    });
  };
  const lookInOperation = ({ parameters, requestBody, responses }: NormalOperation): void => {
    for (const { schema, origin } of parameters) look(schema, schemaOrigin(origin));
    for (const { content } of [...(requestBody === null ? [] : [requestBody]), ...responses])
      for (const { schema, origin, inferredFrom } of content)
        if (schema !== null && inferredFrom === null) look(schema, schemaOrigin(origin));
  };
  for (const { schema, origin } of document.schemas) look(schema, origin, true);
  for (const operation of document.operations) {
    lookInOperation(operation);
    for (const callback of operation.callbacks) lookInOperation(callback.operation);
  }
  for (const webhook of document.webhooks) lookInOperation(webhook.operation);
}
