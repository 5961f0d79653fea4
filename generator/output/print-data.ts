/** Views and models as text, for people (YAML) and programs (JSON). Code is told from text. */
import { Document, Scalar } from "yaml";
import { isCode, kindOf } from "../view/code.js";

/** A value as YAML; code has a tag that says of which kind it is: `!identifier accountGet`. */
export function yamlText(value: unknown): string {
  const document = new Document(yamlNode(value), { aliasDuplicateObjects: false });
  return document.toString({ lineWidth: 0 });
}

function yamlNode(value: unknown): unknown {
  if (isCode(value)) {
    const scalar = new Scalar(value.text);
    scalar.tag = `!${kindOf(value)}`;
    return scalar;
  }
  if (Array.isArray(value)) return Array.from<unknown>(value).map(yamlNode);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([key, member]) => [key, yamlNode(member)]));
}

/** A value as JSON; code is an object of two members: `{ "$code": "identifier", "text": "accountGet" }`. */
export function jsonTextOf(value: unknown): string {
  return `${indented(value, "")}\n`;
}

/** `JSON.stringify` knows no integers of more than 53 bits. */
function indented(value: unknown, indent: string): string {
  if (isCode(value)) return indented({ $code: kindOf(value), text: value.text }, indent);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? Array.from<unknown>(value).map((item) => indented(item, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${JSON.stringify(key)}: ${indented(member, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return members.length === 0
    ? open + close
    : `${open}\n${members.map((text) => inner + text).join(",\n")}\n${indent}${close}`;
}
