/** Every string and every key of a document, and the document with other text there. */
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  jsonObject,
} from "../../generator/document/json.js";

/** Where text stands: the keys that lead there; `isKey`: it is the last of them. */
export interface Position {
  readonly path: readonly string[];
  readonly isKey: boolean;
}

/** All positions, in the order of the document. */
export function positionsOf(value: JsonValue, path: readonly string[] = []): readonly Position[] {
  if (typeof value === "string") return [{ path, isKey: false }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries<JsonValue>(value).flatMap(([key, inner]) => {
    const place = [...path, key];
    const rest = positionsOf(inner, place);
    return isJsonArray(value) ? rest : [{ path: place, isKey: true }, ...rest];
  });
}

/** The value with this text at one position. */
export function withText(value: JsonValue, { path, isKey }: Position, text: string): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  const inner = { path: rest, isKey };
  if (isJsonArray(value)) return value.map((item, at) => (String(at) === first ? withText(item, inner, text) : item));
  if (!isJsonObject(value)) return value;
  return jsonObject(
    Object.entries(value).map(([key, child]): readonly [string, JsonValue] => {
      if (key !== first) return [key, child];
      return isKey && rest.length === 0 ? [text, child] : [key, withText(child, inner, text)];
    }),
  );
}

/** What OpenAPI and JSON Schema give a meaning: a document without it is no document of theirs. */
const WORDS: ReadonlySet<string> = new Set(
  (
    "openapi swagger $self info jsonSchemaDialect servers paths webhooks x-webhooks components security tags externalDocs " +
    "title summary description termsOfService contact license version name url email identifier variables default enum " +
    "$ref get put post delete options head patch trace query additionalOperations parameters operationId requestBody " +
    "responses callbacks deprecated in required allowEmptyValue style explode allowReserved schema content example " +
    "examples encoding headers contentType links value externalValue dataValue serializedValue operationRef schemas " +
    "securitySchemes pathItems mediaTypes itemSchema prefixEncoding itemEncoding discriminator propertyName mapping " +
    "defaultMapping xml namespace prefix attribute wrapped scheme bearerFormat flows openIdConnectUrl implicit password " +
    "clientCredentials authorizationCode deviceAuthorization authorizationUrl tokenUrl refreshUrl scopes host basePath " +
    "schemes consumes produces definitions securityDefinitions collectionFormat type format items properties " +
    "additionalProperties patternProperties allOf anyOf oneOf not if then else const nullable readOnly writeOnly minimum " +
    "maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems minProperties maxProperties pattern " +
    "multipleOf uniqueItems prefixItems contains unevaluatedItems unevaluatedProperties dependentRequired propertyNames " +
    "$defs $anchor $id $schema $comment additionalItems string number integer boolean object array null file path header " +
    "cookie body formData querystring form simple label matrix deepObject spaceDelimited pipeDelimited csv ssv tsv pipes " +
    "multi http https apiKey oauth2 openIdConnect mutualTLS basic bearer date date-time byte binary int32 int64 float " +
    "double uuid uri application accessCode parent kind"
  ).split(" "),
);

function isWord(text: string): boolean {
  return (
    WORDS.has(text) ||
    /^(?:\d+(?:\.\d+)*|[1-5]XX|[\w*.+-]+\/[\w*.+-]+(?:;.*)?|https?:\/\/json-schema\.org\/.*)$/.test(text)
  );
}

/**
 * The document with other text everywhere, at once: each name and each value becomes hostile in the same way wherever it
 * stands, so that references still lead to something. Words of OpenAPI, statuses and media types stay.
 * @param hostile makes a text from a number, a different one for each
 */
export function withTextEverywhere(document: JsonObject, hostile: (number: number) => string): JsonValue {
  const known = new Map<string, string>();
  const textFor = (text: string): string => {
    const found = known.get(text) ?? hostile(known.size);
    known.set(text, found);
    return found;
  };
  // Between braces, and as a part of a path: neither braces nor slashes.
  const partFor = (text: string): string => textFor(text).replace(/[{}/]/g, "|");
  const parameters = new Set(Object.keys(document["paths"] ?? {}).flatMap(namesInPath));
  const nameFor = (text: string): string => {
    if (isWord(text) || text === "") return text;
    return parameters.has(text) ? partFor(text) : textFor(text);
  };
  const pathFor = (path: string): string =>
    path.replace(/\{([^{}/]*)\}|[^{}/]+/g, (part, name: string | undefined) =>
      name === undefined ? partFor(part) : `{${nameFor(name)}}`,
    );
  const referenceFor = (reference: string): string => {
    const [file = "", pointer] = reference.split("#");
    if (pointer === undefined || file !== "") return reference;
    const segments = pointer.split("/").map((segment) => {
      const text = decodePointer(segment);
      const other = text.startsWith("/") ? pathFor(text) : nameFor(text);
      return other.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1");
    });
    return `#${segments.join("/")}`;
  };
  const change = (value: JsonValue, key: string): JsonValue => {
    if (typeof value === "string") {
      if (key === "$ref" || value.startsWith("#/")) return referenceFor(value);
      return key === "openapi" || key === "swagger" ? value : nameFor(value);
    }
    if (isJsonArray(value)) return value.map((item) => change(item, ""));
    if (!isJsonObject(value)) return value;
    return jsonObject(
      Object.entries(value).map(([name, inner]): readonly [string, JsonValue] => [
        name.startsWith("/") ? pathFor(name) : nameFor(name),
        change(inner, name),
      ]),
    );
  };
  return change(document, "");
}

function namesInPath(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]*)\}/g)].map(([, name = ""]) => name);
}

function decodePointer(segment: string): string {
  const text = segment.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
