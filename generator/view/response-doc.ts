/** What doc comments say of a response beside its body: its headers, and the links to what may be called next. */
import { type JsonValue, writeJson } from "../document/json.js";
import type { Operation, Response, ResponseHeader, ResponseLink } from "../model/model.js";
import { paragraphs } from "./prose.js";

/** The headers of a response, as a list in Markdown; no paragraph where there are none. */
export function headersDoc({ headers }: Response): readonly string[] {
  return headers.length === 0 ? [] : [["Headers:", ...headers.map(headerLine)].join("\n")];
}

function headerLine({ name, required, deprecated, description }: ResponseHeader): string {
  const notes = [...(required ? ["always sent"] : []), ...(deprecated ? ["deprecated"] : [])];
  const note = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  return `- ${code(name)}${note}${afterColon(description)}`;
}

/** The links of all responses of an operation, as a list in Markdown; no paragraph where there are none. */
export function linksDoc({ responses }: Operation): readonly string[] {
  const lines = responses.flatMap(({ status, links }) => links.map((link) => linkLine(link, status)));
  return lines.length === 0 ? [] : [["Links:", ...lines].join("\n")];
}

/** `- `GetUser` (200): `getUser` with `id` = `$response.body#/id`. Description.` */
function linkLine({ name, operation, reference, parameters, requestBody, description }: ResponseLink, status: string) {
  const values = Object.entries(parameters).map(
    ([parameter, value]) => `${code(parameter)} = ${code(valueText(value))}`,
  );
  if (requestBody !== undefined) values.push(`the body = ${code(valueText(requestBody))}`);
  const input = values.length === 0 ? "" : ` with ${values.join(", ")}`;
  const [about = ""] = paragraphs(description);
  const more = about === "" ? "" : `. ${oneLine(about)}`;
  return `- ${code(name)} (${status}): ${code(operation ?? reference ?? "")}${input}${more}`;
}

function valueText(value: JsonValue): string {
  const text = typeof value === "string" ? value : writeJson(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

/** The first paragraph of a description, on one line. */
function afterColon(description: string | null): string {
  const [first = ""] = paragraphs(description);
  return first === "" ? "" : `: ${oneLine(first)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A code span; a backtick in the text would end it. */
function code(text: string): string {
  return `\`${oneLine(text.replaceAll("`", ""))}\``;
}
