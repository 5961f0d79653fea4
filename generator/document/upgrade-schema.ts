/**
 * A Schema Object of Swagger 2.0 in the words of 3.0, and the extensions that say what 2.0 has no words for.
 * https://spec.openapis.org/oas/v2.0.html#schema-object
 */
import type { Placed } from "./document-edit.js";
import { isJsonArray, isJsonObject } from "./json.js";
import { meantBoolean } from "./meant-value.js";
import { slotOfValue } from "./openapi-structure.js";
import { asObject, changed, composed, listOf, type Member, membersOf, type Upgrade } from "./upgrade-context.js";

/**
 * Upgrades a schema and all schemas in it.
 * @param name that of a definition
 */
export function upgradeSchema(upgrade: Upgrade, schema: Placed, name: string | null = null): Placed {
  const node = asObject(schema);
  if (node === null) return schema;
  const known = upgrade.schemas.get(node.value);
  if (known !== undefined) return { value: known, origin: schema.origin };
  const keys = new Set(Object.keys(node.value));
  const upgraded = changed(upgrade, node, (key, child) => upgradeKeyword(upgrade, key, child, keys, name));
  upgrade.schemas.set(node.value, upgraded.value);
  return upgraded;
}

/** Extensions that became keywords, as the tools that write them call them. */
const extensions: Readonly<Record<string, string>> = {
  "x-nullable": "nullable",
  "x-isnullable": "nullable",
  "x-deprecated": "deprecated",
  "x-example": "example",
};

function upgradeKeyword(
  upgrade: Upgrade,
  key: string,
  child: Placed,
  keys: ReadonlySet<string>,
  name: string | null,
): readonly Member[] {
  const slot = slotOfValue("schema", key, child.value);
  if (slot?.holds === "one") return [[key, upgradeSchema(upgrade, child)]];
  if (slot !== undefined) return [[key, upgradeEach(upgrade, child)]];
  if (key === "type" && child.value === "file") return binaryString(child);
  if (key === "discriminator" && typeof child.value === "string") {
    const mapping = name === null ? [] : (upgrade.mappings.get(name) ?? []);
    const written = mapping.length > 0 ? composed(upgrade, child.origin, mapping) : undefined;
    return [
      [
        key,
        composed(upgrade, child.origin, [
          ["propertyName", child],
          ["mapping", written],
        ]),
      ],
    ];
  }
  // A parameter's own; a schema is no list of separated items.
  if (key === "collectionFormat") return [];
  const keyword = Object.hasOwn(extensions, key) ? extensions[key] : undefined;
  if (keyword === undefined) return [[key, child]];
  const isUsable = keyword === "example" || typeof child.value === "boolean" || meantBoolean(child.value) !== null;
  return keys.has(keyword) || !isUsable ? [] : [[keyword, child]];
}

/** A file is a string of bytes in 3.0. */
function binaryString({ origin }: Placed): readonly Member[] {
  return [
    ["type", { value: "string", origin }],
    ["format", { value: "binary", origin }],
  ];
}

/** The schemas of a list or a map. */
function upgradeEach(upgrade: Upgrade, schemas: Placed): Placed {
  const node = asObject(schemas);
  if (node !== null) return changed(upgrade, node, (key, child) => [[key, upgradeSchema(upgrade, child)]]);
  if (!isJsonArray(schemas.value)) return schemas;
  const before = membersOf(upgrade, schemas).map(([, item]) => item);
  const after = before.map((item) => (isJsonObject(item.value) ? upgradeSchema(upgrade, item) : item));
  const isSame = after.every((item, index) => item.value === before[index]?.value);
  return isSame ? schemas : listOf(upgrade, schemas.origin, after);
}
