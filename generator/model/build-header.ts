/** A header of a response, and a value that a server could send. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue, writeJson } from "../document/json.js";
import { isJsonMediaType } from "../document/media-type.js";
import type { NormalHeader, Schema } from "../document/normal-document.js";
import { fittingExamples } from "./example-fixtures.js";
import type { ResponseHeader } from "./model.js";
import { essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";
import { synthesise } from "./synthesise.js";

/**
 * Headers that say how the bytes of this very message travel (RFC 9110, sections 6.6, 7.6.1 and 8.4 to 8.6), and
 * cookies, which a `Response` of the platform does not hand out: an example of them would be a lie, or break the message.
 */
const notSent: ReadonlySet<string> = new Set(
  (
    "connection content-encoding content-length content-range date keep-alive proxy-connection set-cookie set-cookie2 te " +
    "trailer transfer-encoding upgrade"
  ).split(" "),
);

/** Builds a header. */
export function buildHeader(header: NormalHeader, table: SchemaTable, diagnostics: Diagnostics): ResponseHeader {
  const { name, required, description, deprecated, schema, origin } = header;
  const text = notSent.has(name.toLowerCase()) ? null : sampleText(header, table, diagnostics);
  return { name, required, description, deprecated, schema, text, origin };
}

/** The first example that a header can hold, or what the schema gives. */
function sampleText(header: NormalHeader, table: SchemaTable, diagnostics: Diagnostics): string | null {
  const { schema, name, description, schemaOrigin } = header;
  for (const example of header.examples) {
    const read = { ...example, value: readValue(example.value, essentialSchema(schema, table)) };
    const [value] = fittingExamples([read], { schema, table, origin: schemaOrigin }, diagnostics);
    if (value === undefined) continue;
    const text = headerText(value, header);
    if (text !== null && isFieldValue(text)) return text;
    diagnostics.add("header-example-invalid", example.origin, { name });
  }
  const made = synthesise(schema, { table, name, description });
  const text = made === undefined ? null : headerText(made, header);
  return text !== null && isFieldValue(text) ? text : null;
}

/** What a text means where a number or a flag is wanted: on the wire both are the same. */
function readValue(value: JsonValue, schema: Schema): JsonValue {
  const types = typesOf(schema);
  if (typeof value !== "string" || types.includes("string")) return value;
  if (types.includes("boolean") && /^(?:true|false)$/.test(value)) return value === "true";
  const isNumber = types.some((type) => type === "integer" || type === "number");
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The value in the style `simple`, or as its media type says; null where it has no such form. */
function headerText(value: JsonValue, { contentType, explode }: NormalHeader): string | null {
  if (contentType !== null && (isJsonMediaType(contentType) || typeof value !== "string")) return writeJson(value);
  if (isJsonArray(value)) return joined(value.map(scalarText));
  if (!isJsonObject(value)) return scalarText(value);
  return joined(
    Object.entries(value).map(([key, member]) => {
      const text = scalarText(member);
      return text === null ? null : `${key}${explode ? "=" : ","}${text}`;
    }),
  );
}

function joined(texts: readonly (string | null)[]): string | null {
  return texts.length === 0 || texts.includes(null) ? null : texts.join(",");
}

function scalarText(value: JsonValue): string | null {
  return typeof value === "object" ? null : String(value);
}

/** RFC 9110, section 5.5, without what is obsolete: visible ASCII, with blanks and tabs in between. */
function isFieldValue(text: string): boolean {
  return /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/.test(text);
}
