/**
 * Parameters that are no body, and headers: what 2.0 says of the type beside the name, 3.0 says in a schema.
 * https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
import type { Placed } from "./document-edit.js";
import { isJsonObject } from "./json.js";
import type { Node } from "./reader.js";
import { type ListPlace, listStyle } from "./upgrade-collection-format.js";
import { asObject, changed, composed, type Member, memberOf, membersOf, type Upgrade } from "./upgrade-context.js";
import { exampleKeys, readExamples } from "./upgrade-examples.js";
import { upgradeSchema } from "./upgrade-schema.js";

/** What the schema says in 3.0, with the extensions that belong to it. */
const schemaKeys: ReadonlySet<string> = new Set([
  "type",
  "format",
  "items",
  "default",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "enum",
  "multipleOf",
  "nullable",
  "x-nullable",
  "x-isnullable",
  "x-enum-varnames",
  "x-enum-descriptions",
  "x-enumNames",
  "x-ms-enum",
]);

/**
 * The schema of a parameter, field or header.
 * @param others further members of it
 */
export function plainSchema(upgrade: Upgrade, owner: Node, others: readonly Member[] = []): Node {
  const members = membersOf(upgrade, owner).filter(([key]) => schemaKeys.has(key));
  // As 3.0 writes it, in a document that says 2.0: the only thing that says a type.
  const written = memberOf(upgrade, owner, "schema");
  const schema = written && asObject(written);
  const isSchema = schema !== undefined && schema !== null && owner.value["type"] === undefined;
  const all = isSchema ? [...membersOf(upgrade, schema), ...members, ...others] : [...members, ...others];
  const origin = isSchema ? schema.origin : owner.origin;
  const { value } = upgradeSchema(upgrade, composed(upgrade, origin, all));
  return { value: isJsonObject(value) ? value : {}, origin };
}

/** The places of 2.0 that 3.0 has too, and cookies, which documents write all the same. */
function isPlace(place: unknown): place is ListPlace {
  return place === "path" || place === "query" || place === "header" || place === "cookie";
}

/** A parameter in a path, query or header; one in a place that does not exist stays as it is, to be reported with those of 3.x. */
export function upgradeParameter(upgrade: Upgrade, written: Node): Node {
  const place = written.value["in"];
  if (!isPlace(place)) return written;
  const parameter = withoutFile(upgrade, written, place);
  const list = listStyle(upgrade, parameter, place);
  const { single, named } = readExamples(upgrade, parameter);
  const { origin } = parameter;
  const kept = membersOf(upgrade, parameter).filter(([key]) => !isTaken(key));
  return composed(upgrade, origin, [
    ...kept,
    ["schema", plainSchema(upgrade, parameter)],
    ...styleMembers(list),
    ["example", single ?? undefined],
    ["examples", named.length > 0 ? composed(upgrade, origin, named) : undefined],
  ]);
}

/** Only a form has files; elsewhere one can but be sent as text. */
function withoutFile(upgrade: Upgrade, parameter: Node, place: ListPlace): Node {
  return changed(upgrade, parameter, (key, child) => {
    if (key !== "type" || child.value !== "file") return [[key, child]];
    const expected = `a type that can be sent in a ${place}`;
    upgrade.diagnostics.add("value-read-as", child.origin, { key, found: '"file"', expected, meant: "type: string" });
    return [[key, { value: "string", origin: child.origin }]];
  });
}

/** `style` and `explode`, where there is a list. */
export function styleMembers(list: ReturnType<typeof listStyle>): readonly Member[] {
  if (list === null) return [];
  return [
    ["style", { value: list.style, origin: list.origin }],
    ["explode", { value: list.explode, origin: list.origin }],
  ];
}

/** True for what the upgrade says elsewhere: in the schema, as a style, as an example. */
export function isTaken(key: string): boolean {
  return schemaKeys.has(key) || exampleKeys.has(key) || key === "schema" || key === "collectionFormat";
}

/** The headers of a response. https://spec.openapis.org/oas/v2.0.html#header-object */
export function upgradeHeaders(upgrade: Upgrade, headers: Placed): Placed {
  const node = asObject(headers);
  if (node === null) return headers;
  return changed(upgrade, node, (name, child) => {
    const header = asObject(child);
    if (header === null) return [[name, child]];
    const { single } = readExamples(upgrade, header);
    listStyle(upgrade, header, "header");
    const upgraded = composed(upgrade, header.origin, [
      ...membersOf(upgrade, header).filter(([key]) => !isTaken(key)),
      ["schema", plainSchema(upgrade, header)],
      ["example", single ?? undefined],
    ]);
    return [[name, upgraded]];
  });
}
