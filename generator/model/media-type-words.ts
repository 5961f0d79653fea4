/** Words for media types: what the types of bodies are called where there are several. `docs/names.md` has the rules. */
import {
  essence,
  isFormMediaType,
  isJsonMediaType,
  isMultipartMediaType,
  isTextMediaType,
  isXmlMediaType,
  mediaTypeKey,
  streamFormat,
} from "../document/media-type.js";
import { pascalCase, shortHash } from "./names.js";

/** The word for all bodies of bytes. */
export const binaryWord = "Binary";

/** The word for plain text. */
export const textWord = "Text";

/**
 * The words for media types that stand in one `content`, by `mediaTypeKey`. XML has one word under all its names, and so
 * has what is no text: their types are the same. Of JSON, each media type has a word of its own.
 */
export function mediaTypeWords(mediaTypes: readonly string[]): ReadonlyMap<string, string> {
  const keys = [...new Set(mediaTypes.map(mediaTypeKey))];
  const words = keys.map((key) => [key, wordOf(key)] as const);
  return new Map(
    words.map(([key, word]) => {
      const isShared = isStructured(key) && words.some(([other, same]) => same === word && other !== key);
      return [key, isShared ? `${word}_${shortHash(key)}` : word];
    }),
  );
}

/** True for media types whose bodies have types of their own. */
function isStructured(key: string): boolean {
  return isJsonMediaType(key) || streamFormat(key) !== null || /^(\*|application)\/\*/.test(key);
}

function wordOf(key: string): string {
  const type = essence(key);
  const parameters = key.slice(type.length);
  if (type === "application/json") return pascalCase(`json ${parameters}`, "Json");
  if (/^(\*|application)\/\*$/.test(type)) return type === "*/*" ? "Any" : "AnyApplication";
  if (isJsonMediaType(type)) return pascalCase(`${named(type)} ${parameters}`, "Json");
  if (streamFormat(type) !== null) return pascalCase(`${named(type)} ${parameters}`, "Stream");
  if (isFormMediaType(type)) return "Form";
  if (isMultipartMediaType(type)) return "Multipart";
  if (isXmlMediaType(type)) return "Xml";
  if (/[/+](x-)?yaml$/.test(type)) return "Yaml";
  if (type === "text/plain" || type === "text/*") return textWord;
  return isTextMediaType(type) ? pascalCase(named(type), textWord) : binaryWord;
}

/** `merge-patch+json` of `application/merge-patch+json`, `text/json`: a type that is not the usual one says so. */
function named(type: string): string {
  const [kind = "", subtype = ""] = type.split("/");
  const bare = subtype.replace(/^x-/, "").replace("*", "any");
  return bare === "json" ? `${kind} ${subtype}` : bare;
}
