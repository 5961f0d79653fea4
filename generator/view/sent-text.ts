/** An example as it is sent, where that is neither its JSON nor its text: a form, or parts. For documentation. */
import { isJsonArray, isJsonObject, type JsonValue, writeJson } from "../document/json.js";
import { isJsonMediaType, isTextMediaType } from "../document/media-type.js";
import { fixtureBoundary } from "../model/body-fixtures.js";
import type { BodyEncoding } from "../model/model.js";
import type { MultipartField, PartHeader, PartValue } from "../model/wire.js";
import { escapeName } from "./wire-escape.js";
import { membersOf, plainText, wirePairs } from "./wire-pairs.js";

/**
 * The text of a body that is a form or in parts; null for any other.
 * @param isDocumented whether the document gives the value: what it has for a file is then the file's text
 */
export function sentText(value: JsonValue, encoding: BodyEncoding, isDocumented: boolean): string | null {
  if (!isJsonObject(value)) return null;
  if (encoding.kind === "form") {
    const escapes = new Map(encoding.fields.map(({ name, escape }) => [name, escape]));
    const pairs = membersOf(value, encoding).flatMap(([name, slot, inner]) => {
      const escape = escapes.get(name) ?? "form";
      return wirePairs(slot, inner, escapeName(name, escape), escape);
    });
    return pairs.map(([name, text]) => `${name}=${text}`).join("&");
  }
  if (encoding.kind !== "multipart") return null;
  const known = new Set(encoding.fields.map(({ name }) => name));
  const others = Object.keys(value).filter((name) => encoding.open && !known.has(name));
  const fields = [
    ...encoding.fields,
    ...others.map((name): MultipartField => ({ name, required: false, part: anyPart })),
  ];
  const parts = fields.flatMap(({ name, part }) => {
    const inner = Object.hasOwn(value, name) ? value[name] : undefined;
    return inner === undefined || inner === null ? [] : partTexts(name, part, inner, isDocumented);
  });
  return [...parts.map((part) => `--${fixtureBoundary}\r\n${part}\r\n`), `--${fixtureBoundary}--`].join("");
}

const noHeader: PartHeader = { contentType: null, headers: {} };
const anyPart: PartValue = { kind: "any", header: noHeader };

/** Each part from its head on. */
function partTexts(name: string, part: PartValue, value: JsonValue, isDocumented: boolean): readonly string[] {
  switch (part.kind) {
    case "list":
      return (isJsonArray(value) ? value : [value]).flatMap((item) =>
        item === null ? [] : partTexts(name, part.item, item, isDocumented),
      );
    case "pairs":
      return wirePairs(part.slot, value, name, "none").map(([key, text]) => partText(key, text, noHeader));
    case "text":
      return [partText(name, plainText(value), part.header)];
    case "json":
      return [partText(name, writeJson(value), withType(part.header, "application/json"))];
    case "file": {
      const { contentType } = part.header;
      const isText = contentType !== null && (isTextMediaType(contentType) || isJsonMediaType(contentType));
      const content = isDocumented || isText ? plainText(value) : "(bytes)";
      return [partText(name, content, withType(part.header, "application/octet-stream"), "blob")];
    }
    case "any":
      return (isJsonArray(value) ? value : [value]).flatMap((item) => {
        if (item === null) return [];
        const { contentType } = part.header;
        const isJson = contentType === null ? typeof item === "object" : isJsonMediaType(contentType);
        return isJson
          ? [partText(name, writeJson(item), withType(part.header, "application/json"))]
          : [partText(name, plainText(item), part.header)];
      });
  }
}

function withType(header: PartHeader, type: string): PartHeader {
  return { ...header, contentType: header.contentType ?? type };
}

function partText(name: string, content: string, { contentType, headers }: PartHeader, filename?: string): string {
  // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#escape-a-multipart-form-data-name
  const shown = name.replace(/"/g, "%22").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const file = filename === undefined ? "" : `; filename="${filename}"`;
  const lines = [
    `Content-Disposition: form-data; name="${shown}"${file}`,
    ...(contentType === null ? [] : [`Content-Type: ${contentType}`]),
    ...Object.entries(headers).map(([header, text]) => `${header}: ${text}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${content}`;
}
