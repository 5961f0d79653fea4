/** Files among the parts of a fixture's body: a Blob each, of the type that the document names. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import { isJsonMediaType, isTextMediaType } from "../document/media-type.js";
import { someBytes } from "../model/binary-fixture.js";
import type { BodyFixture } from "../model/model.js";
import { essentialSchema, objectShape } from "../model/schema-shape.js";
import type { PartValue } from "../model/wire.js";
import type { LiteralValue } from "./code.js";
import { blob, type FixtureContext } from "./fixture-context.js";

/** The value of a body, its files as Blobs; as it is where it has no parts. */
export function withPartFiles(
  context: FixtureContext,
  { content, source }: Pick<BodyFixture, "content" | "source">,
  value: JsonValue,
): LiteralValue {
  const { encoding, schema } = content;
  if (encoding.kind !== "multipart" || !isJsonObject(value)) return context.jsonLiteral(value, schema);
  const described = member(schema, "properties");
  const all = objectShape(schema, context.table)?.properties;
  const others = member(essentialSchema(schema, context.table), "additionalProperties");
  const members = Object.entries(value).map(([name, inner]): readonly [string, LiteralValue] => {
    const part = encoding.fields.find((field) => field.name === name)?.part ?? null;
    const isMadeUp = source === "synthesised" && !hasExample(isJsonObject(described) ? described[name] : undefined);
    const blobs = partBlobs(context, part, inner, isMadeUp);
    return [name, blobs ?? context.jsonLiteral(inner, all?.get(name) ?? (isJsonObject(others) ? others : undefined))];
  });
  return Object.fromEntries(members);
}

/** The Blob of a file, or those of a list; null for anything else. */
function partBlobs(
  context: FixtureContext,
  part: PartValue | null,
  value: JsonValue,
  isMadeUp: boolean,
): LiteralValue | null {
  if (part?.kind === "list" && isJsonArray(value)) {
    const items = value.map((item) => partBlobs(context, part.item, item, isMadeUp));
    return items.includes(null) ? null : items;
  }
  if (part?.kind !== "file" || typeof value !== "string") return null;
  const { contentType } = part.header;
  const isText = contentType !== null && (isTextMediaType(contentType) || isJsonMediaType(contentType));
  return isMadeUp && !isText
    ? blob(context, someBytes, "base64", contentType)
    : blob(context, value, "text", contentType);
}

/** Whether the document says what is in a file, or in those of a list. */
function hasExample(property: JsonValue | undefined): boolean {
  if (!isJsonObject(property)) return false;
  return property["example"] !== undefined || property["examples"] !== undefined || hasExample(property["items"]);
}
