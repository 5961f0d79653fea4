/** What the body of an answer says, where the document has other media types than JSON. */
import { type ReadBody, readJson } from "./read-json.js";

/**
 * JSON as a value, text as text, anything else as a Blob, by the content type of the answer; undefined where there is no
 * body.
 * @throws SyntaxError for a success whose JSON is none; TypeError for one of a kind that the document does not have
 */
export const readBody: ReadBody = (bytes, response, parse, accept = "*/*") => {
  const type = response.headers.get("content-type") ?? "";
  if (response.body === null || (bytes.byteLength === 0 && (type === "" || kindOf(type) === "json"))) return undefined;
  const kinds = accept.split(",").map(kindOf);
  const kind = type === "" ? (kinds[0] ?? "any") : kindOf(type);
  const isExpected = !response.ok || kinds.includes(kind) || kinds.includes("any");
  if (!isExpected && !kinds.includes("json"))
    throw new TypeError(`answered with ${type}, which the document does not describe`);
  // Some servers say of JSON that it is text.
  if (kind === "json" || !isExpected) return readJson(bytes, response, parse);
  if (kind === "bytes") return new Blob([bytes], { type });
  const [, charset = "utf-8"] = /;\s*charset="?([^\s;"]+)/i.exec(type) ?? [];
  return decode(bytes, charset);
};

function kindOf(type: string): "json" | "text" | "bytes" | "any" {
  if (/^\s*\*|^\s*application\/\*/.test(type)) return "any";
  if (/^[^;]*[/+](x-)?json\s*(;|$)/i.test(type)) return "json";
  return /^\s*text\/|^[^;]*[/+](xml|(x-)?yaml|(x-)?ndjson|(x-)?json-?l(ines)?|json-seq)\s*(;|$)/i.test(type)
    ? "text"
    : "bytes";
}

/** A character set that the platform does not know is taken for UTF-8. */
function decode(bytes: ArrayBuffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
