/** Files among the parts of a fixture's body: a Blob each, of the type that the document names. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import { isJsonMediaType, isTextMediaType } from "../document/media-type.js";
import { someBytes } from "../model/binary-fixture.js";
import type { BodyFixture } from "../model/model.js";
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
  if (encoding.kind !== "multipart" || !isJsonObject(value)) return context.jsonLiteral(value);
  const described = member(schema, "properties");
  const members = Object.entries(value).map(([name, inner]): readonly [string, LiteralValue] => {
    const part = encoding.fields.find((field) => field.name === name)?.part ?? null;
    const isMadeUp = source === "synthesised" && !hasExample(isJsonObject(described) ? described[name] : undefined);
    return [name, partLiteral(context, part, inner, isMadeUp)];
  });
  return Object.fromEntries(members);
}

function partLiteral(
  context: FixtureContext,
  part: PartValue | null,
  value: JsonValue,
  isMadeUp: boolean,
): LiteralValue {
  if (part?.kind === "list" && isJsonArray(value))
    return value.map((item) => partLiteral(context, part.item, item, isMadeUp));
  if (part?.kind !== "file" || typeof value !== "string") return context.jsonLiteral(value);
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
