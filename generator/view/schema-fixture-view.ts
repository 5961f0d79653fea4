/** Factories of component schemas. */
import { shortHash } from "../model/names.js";
import type { NamedSchema } from "../model/model.js";
import type { SchemaTable } from "../model/schema-shape.js";
import { unionPointers } from "../model/union-pointers.js";
import { identifier } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports } from "./import-lines.js";
import type { JsonLiteral } from "./json-literal.js";
import { typedValue } from "./typed-value.js";
import type { SchemaFixtureView } from "./view.js";

/**
 * Builds the factory of a schema; null where nothing fits it.
 * @param taken the names of operations, which the index of fixtures exports too
 */
export function buildSchemaFixtureView(
  { id, slug, schema, fixture }: NamedSchema,
  taken: ReadonlySet<string>,
  table: SchemaTable,
  jsonLiteral: JsonLiteral,
): SchemaFixtureView | null {
  if (fixture === null) return null;
  const imports = createImports();
  imports.type(`../../schemas/${slug}.js`, id);
  imports.value("../../runtime/merge.js", "merge");
  imports.type("../../runtime/merge.js", "Overrides");
  const type = identifier(id);
  const value = jsonLiteral(fixture.value, schema);
  const source = fixture.source === "example" ? "its example" : "made from the schema";
  return {
    doc: docComment([`A value of \`${id}\`, ${source}, with overrides: a new object each time.`]),
    type,
    constant: identifier("value"),
    factory: identifier(factoryName(id, taken)),
    unions: unionPointers(fixture.value, schema, table),
    value: fixture.excess ? typedValue(imports, "../../runtime/", type, value) : value,
    imports: imports.lines(),
  };
}

/** `makePet`, or `makePetSchema` where an operation is called so. */
function factoryName(id: string, taken: ReadonlySet<string>): string {
  const wishes = [`make${id}`, `make${id}Schema`];
  return wishes.find((wish) => !taken.has(wish)) ?? `make${id}_${shortHash(id)}`;
}
