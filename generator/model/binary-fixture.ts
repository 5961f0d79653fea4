/** Fixtures of bytes, as text or as base64. */
import { type JsonValue, writeJson } from "../document/json.js";
import type { NormalMediaType } from "../document/normal-document.js";
import type { ByteText, ResponseFixture } from "./model.js";
import { essentialSchema, type SchemaTable } from "./schema-shape.js";

/** Bytes that are no text in any encoding: whoever takes them for text, changes them. In base64. */
export const someBytes = "AH+A/w==";

/**
 * The examples of a body of bytes, as far as they are text; a few bytes where there are none.
 * @returns base64 where the schema says so (`format: byte`, `contentEncoding`) and the example is some
 */
export function binaryFixtures(
  { examples, schema }: Pick<NormalMediaType, "examples" | "schema">,
  table: SchemaTable,
): readonly (ResponseFixture & { readonly bytes: ByteText })[] {
  const { format, contentEncoding } = essentialSchema(schema ?? {}, table);
  const isBase64 = format === "byte" || contentEncoding === "base64" || contentEncoding === "base64url";
  const found = examples.flatMap(({ name, value }) => {
    if (typeof value !== "string") return [];
    const base64 = isBase64 ? base64Of(value) : null;
    return [
      {
        name,
        value: base64 ?? value,
        source: "example",
        bytes: base64 === null ? "text" : "base64",
        excess: false,
      } as const,
    ];
  });
  return found.length > 0
    ? found
    : [{ name: "default", value: someBytes, source: "synthesised", bytes: "base64", excess: false }];
}

/** Base64 in its first alphabet, padded (RFC 4648, sections 4 and 5); null for what is none. */
function base64Of(text: string): string | null {
  const digits = text.replace(/\s+/g, "").replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (!/^[A-Za-z\d+/]*$/.test(digits) || digits.length % 4 === 1) return null;
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, "=");
}

/** The text of a raw body that is text: JSON for a value that is none. */
export function rawText(value: JsonValue): string {
  return typeof value === "string" ? value : writeJson(value);
}
