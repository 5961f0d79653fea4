/**
 * How a value prints in each language: `{{x}}` of the templates. Only code values print as they are; text of a document
 * never does.
 */
import { isCode, isPlainObject, literal, type LiteralValue, unprintable } from "../view/code.js";
import { markdownCode, markdownText } from "../view/markdown.js";
import { jsonString } from "../types/string-literal.js";
import type { TemplateLanguage } from "./template-source.js";

/** The text, or what was found instead of something that prints, both in words. */
export type Printed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly found: string; readonly expected: string };

/**
 * Prints a value of the view, whatever it is, in a language. Throws nothing.
 * @param settings the texts of the config and of the generator: these print in `settings`, and as URLs in `text`
 */
export function printValue(
  value: unknown,
  language: TemplateLanguage,
  settings: ReadonlySet<string> = new Set(),
): Printed {
  switch (language) {
    case "ts":
    case "tsx":
      return isLiteralValue(value) ? { ok: true, text: literal(value).text } : refuse(value, "plain data or code");
    case "json":
    case "yaml":
      return printJson(value);
    case "settings":
      return textsIn(value).every((text) => settings.has(text))
        ? printJson(value)
        : refuse(value, "a value of the config or of the generator (this member of a package.json acts)");
    case "md":
      return printMarkdown(value);
    case "text":
      return printWord(value, settings);
  }
}

function isLiteralValue(value: unknown): value is LiteralValue {
  return unprintable(value) === null;
}

function printJson(value: unknown): Printed {
  const text = jsonText(value);
  return text === null ? refuse(value, "plain data without code") : { ok: true, text };
}

/** All text in plain data, keys too. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return Array.from<unknown>(value).flatMap(textsIn);
  return isPlainObject(value) ? Object.entries(value).flatMap(([key, member]) => [key, ...textsIn(member)]) : [];
}

/** JSON on one line, or null where there is code or something else in the value that JSON has not. */
function jsonText(value: unknown): string | null {
  if (typeof value === "string") return jsonString(value);
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? (Object.is(value, -0) ? "-0" : String(value)) : null;
  if (Array.isArray(value)) return joined("[", Array.from<unknown>(value).map(jsonText), "]");
  if (!isPlainObject(value)) return null;
  const members = Object.entries(value).map(([key, member]) => {
    const text = jsonText(member);
    return text === null ? null : `${jsonString(key)}: ${text}`;
  });
  return joined("{", members, "}");
}

function joined(open: string, parts: readonly (string | null)[], close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(", ")}${close}`;
}

function printMarkdown(value: unknown): Printed {
  if (isCode(value)) {
    return { ok: true, text: value.language === "md" ? value.text : markdownCode(value.text).text };
  }
  return isScalar(value) ? { ok: true, text: markdownText(String(value)) } : refuse(value, "text, a number or code");
}

/**
 * Words that mean themselves in a shell, in YAML, in HTML and wherever else they may stand: names, versions, paths below
 * this place. None is an option, a URL, a path elsewhere, or an expression with an effect.
 */
const SAFE_WORD = /^[\w@](?:[\w@-]|\.(?!\.)|\/(?=[\w@]))*$/;

/** Words of the config and of the generator may be URLs, too. */
const SAFE_SETTING = /^[\w@./](?:[\w@./+-]|:(?=[\w@./+-]))*$/;

function printWord(value: unknown, settings: ReadonlySet<string>): Printed {
  const text = isCode(value) ? value.text : isScalar(value) ? String(value) : null;
  if (text === null) return refuse(value, "a word, a number or a boolean");
  const safe =
    typeof value === "number" ||
    typeof value === "bigint" ||
    (settings.has(text) ? SAFE_SETTING : SAFE_WORD).test(text);
  return safe ? { ok: true, text } : refuse(value, "a word of letters, digits and @ _ . / -");
}

function isScalar(value: unknown): value is string | number | bigint | boolean {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value);
}

function refuse(value: unknown, expected: string): Printed {
  return { ok: false, found: describeValue(value), expected };
}

/** What a value is, in words: "a list", "an object", "undefined", "a function". */
export function describeValue(value: unknown): string {
  const inside = unprintable(value);
  if (isCode(value)) return value.language === "md" ? "Markdown" : "code";
  if (Array.isArray(value)) return inside === null ? "a list" : `a list with ${inside} in it`;
  if (isPlainObject(value)) return inside === null ? "an object" : `an object with ${inside} in it`;
  if (inside !== null) return inside;
  return value === null ? "null" : typeof value === "string" ? "this text" : `a ${typeof value}`;
}
