/** Schemas of a document as their types print: from YAML to declarations, through all stages that decide a type. */
import { assignSchemaNames } from "../../generator/model/assign-names.js";
import type { NamedSchema } from "../../generator/model/model.js";
import type { JsonValue } from "../../generator/document/json.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { createTypePrinter } from "../../generator/types/print-types.js";
import { normalised } from "../document/document-fixture.js";

export interface PrintedSchemas {
  /** By the name of the schema. */
  readonly declarations: ReadonlyMap<string, string>;
  /** The normal schemas by name. */
  readonly table: SchemaTable;
  readonly codes: readonly string[];
}

/** Prints the schemas of a document of a version of OpenAPI. */
export function printedSchemas(components: Readonly<Record<string, JsonValue>>, version: string): PrintedSchemas {
  const info = { title: "Test", version: "1" };
  const head = version === "2.0" ? { swagger: version } : { openapi: version };
  const home = version === "2.0" ? { definitions: components } : { components: { schemas: components } };
  // JSON is YAML.
  const { normal, codes } = normalised(JSON.stringify({ ...head, info, paths: {}, ...home }));
  const schemas = normal?.schemas ?? [];
  const names = assignSchemaNames(schemas.map(({ name }) => name));
  const named = schemas.map((schema, index): NamedSchema => ({
    ...schema,
    ...(names[index] ?? { id: schema.name, slug: schema.name }),
    members: [],
    shape: null,
    fixture: null,
  }));
  const printer = createTypePrinter(named, () => "");
  const declarations = named.map(({ name, id, schema }) => {
    const { declaration, helpers } = printer.declare(id, schema);
    return [name, [declaration, ...helpers].join(" ").replace(/\s+/g, " ")] as const;
  });
  return {
    declarations: new Map(declarations),
    table: new Map(schemas.map(({ name, schema }) => [name, schema])),
    codes,
  };
}
