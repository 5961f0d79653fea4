/** Bodies of requests: an example each, or a value made from the schema; without credentials, which the client fills in. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { isXmlMediaType } from "../document/media-type.js";
import type { NormalMediaType } from "../document/normal-document.js";
import { binaryFixtures } from "./binary-fixture.js";
import { type ExampleSchema, exampleFixtures } from "./example-fixtures.js";
import { madeFixture } from "./made-fixture.js";
import type { BodyContent, BodyFixture, ResponseFixture } from "./model.js";
import { objectShape, type SchemaTable } from "./schema-shape.js";
import { xmlFixtures } from "./xml-fixtures.js";
import { streamExamples } from "./stream-content.js";

/** The boundary of a fixture in parts. */
export const fixtureBoundary = "exemplar";

/**
 * The fixtures of a content, one at least for each of its media types; examples first, in the order of the media types.
 * @param all the media types of the body as the document has them
 * @returns none where nothing fits the schema
 */
export function bodyFixtures(
  content: BodyContent,
  all: readonly NormalMediaType[],
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly BodyFixture[] {
  const own = content.documented.flatMap((documented) => all.filter(({ mediaType }) => mediaType === documented));
  const found = own.flatMap((media) => {
    const mediaType = content.mediaTypes.includes(media.mediaType) ? media.mediaType : content.mediaType;
    return examplesOf(content, media, table, diagnostics).map((fixture) => ({ fixture, mediaType }));
  });
  const fixtures = [...found];
  for (const mediaType of content.mediaTypes) {
    if (fixtures.some((fixture) => fixture.mediaType === mediaType)) continue;
    const media = own.find((candidate) => candidate.mediaType === mediaType) ?? own[0] ?? null;
    // Where media types share a schema, what one of them carries, the others can carry, too.
    const [known] = isBytes(content) || isParts(content) ? [] : fixtures;
    const fixture = known?.fixture ?? madeBody(content, media, table, diagnostics);
    // Nothing fits the schema, which is the same for all.
    if (fixture === null) break;
    fixtures.push({ fixture: { ...fixture, name: known === undefined ? fixture.name : "default" }, mediaType });
  }
  return fixtures.map(({ fixture, mediaType }): BodyFixture => {
    return { ...fixture, value: withoutCredentials(fixture.value, content, table), content, mediaType };
  });
}

function isBytes({ encoding }: BodyContent): boolean {
  return encoding.kind === "raw" && encoding.content === "binary";
}

/** Parts that the caller writes: how the parts of an example would be written is not known. */
function isParts({ encoding }: BodyContent): boolean {
  return encoding.kind === "raw" && encoding.content === "multipart";
}

function isXml({ encoding }: BodyContent, { mediaType }: NormalMediaType): boolean {
  return encoding.kind === "raw" && isXmlMediaType(mediaType);
}

function examplesOf(
  content: BodyContent,
  media: NormalMediaType,
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  const { encoding } = content;
  if (isBytes(content)) return binaryFixtures(media, table).filter(({ source }) => source === "example");
  if (isParts(content)) return [];
  if (isXml(content, media)) return xmlFixtures(media, table).filter(({ source }) => source === "example");
  const examples = encoding.kind === "stream" ? streamExamples(media.examples) : media.examples;
  return exampleFixtures(examples, schemaOf(content, media, table), diagnostics);
}

function madeBody(
  content: BodyContent,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): ResponseFixture | null {
  if (isBytes(content)) {
    const [bytes = null] = binaryFixtures({ examples: [], schema: media?.schema ?? null }, table);
    return bytes;
  }
  const name = "default";
  if (isParts(content))
    return { name, value: `--${fixtureBoundary}--\r\n`, bytes: null, excess: false, source: "synthesised" };
  if (media !== null && isXml(content, media)) return xmlFixtures({ ...media, examples: [] }, table)[0] ?? null;
  const made = madeFixture(name, schemaOf(content, media, table), diagnostics);
  // Fields that are all credentials have no value, and need none.
  return made === null && credentialsOf(content).size > 0
    ? { name, value: {}, bytes: null, excess: false, source: "synthesised" }
    : made;
}

function schemaOf(content: BodyContent, media: NormalMediaType | null, table: SchemaTable): ExampleSchema {
  const { schema, inferredFrom, origin, encoding } = content;
  const excess = encoding.kind === "json" || encoding.kind === "stream";
  return { schema, table, origin: media?.schemaOrigin ?? origin, inferred: inferredFrom !== null, excess };
}

function credentialsOf({ encoding }: BodyContent): ReadonlySet<string> {
  if (encoding.kind !== "form") return new Set();
  return new Set(encoding.fields.filter((field) => field.credential !== null).map(({ name }) => name));
}

/** Undefined where there is nothing else, and the body may be left out altogether. */
function withoutCredentials(value: JsonValue, content: BodyContent, table: SchemaTable): JsonValue | undefined {
  const credentials = credentialsOf(content);
  if (!isJsonObject(value) || credentials.size === 0) return value;
  const rest = Object.entries(value).filter(([name]) => !credentials.has(name));
  const needsNothing = rest.length === 0 && !content.required && objectShape(content.schema, table) !== null;
  return needsNothing ? undefined : jsonObject(rest);
}
