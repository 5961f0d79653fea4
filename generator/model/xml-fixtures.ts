/** Fixtures of XML: texts, as nothing here writes it. */
import { member } from "../document/json.js";
import type { NormalMediaType, Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import type { ResponseFixture } from "./model.js";
import { dereference, type SchemaTable } from "./schema-shape.js";

/** The examples that are texts, which nothing judges; else an element without content, of the name that the schema gives. */
export function xmlFixtures({ examples, schema }: NormalMediaType, table: SchemaTable): readonly ResponseFixture[] {
  const texts = examples.flatMap(({ name, value }): ResponseFixture[] => {
    return typeof value === "string" ? [{ name, value, bytes: null, excess: false, source: "example" }] : [];
  });
  const value = `<${elementName(schema, table) ?? "root"}/>`;
  return texts.length > 0 ? texts : [{ name: "default", value, bytes: null, excess: false, source: "synthesised" }];
}

/** https://spec.openapis.org/oas/v3.1.1.html#xml-object: the name of a component, where `xml` says no other. */
function elementName(schema: Schema | null, table: SchemaTable): string | null {
  if (schema === null) return null;
  const { xml } = dereference(schema, table);
  const wishes = [member(xml, "name"), referencedName(schema)].filter((name) => typeof name === "string");
  return wishes.find((name) => /^[A-Za-z_][\w.-]*$/.test(name)) ?? null;
}
