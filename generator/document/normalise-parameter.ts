/** Parameter Objects: defaults filled in, and what cannot be sent left out. https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { brokenReferenceOf } from "./broken-reference.js";
import { readFormDialect } from "./form-dialect.js";
import { isDescribedHeader, isForbiddenHeader, isToken } from "./header-name.js";
import { isJsonArray, type JsonValue, member } from "./json.js";
import { parseFragment } from "./json-pointer.js";
import { reportUnknownKeys } from "./known-keys.js";
import type { NormalMediaType, NormalParameter, ParameterLocation, ParameterStyle, Schema } from "./normal-document.js";
import { readContent, readExamples } from "./normalise-content.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import { splitPathKey } from "./path-key.js";
import type { Item, Node, Reader } from "./reader.js";

/** A list of parameters, and why no operation can be right without what was left out of it; null where it can. */
export interface ReadParameters {
  readonly parameters: readonly NormalParameter[];
  readonly fault: string | null;
}

/** What is read, or nothing, or why the operation cannot be called without it. */
type ReadParameter =
  | { readonly kind: "parameter"; readonly parameter: NormalParameter }
  | { readonly kind: "none" }
  | { readonly kind: "fault"; readonly fault: string };

const defaultStyles: Readonly<Record<ParameterLocation, ParameterStyle>> = {
  path: "simple",
  query: "form",
  querystring: "form",
  header: "simple",
  cookie: "form",
};

const legalStyles: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  querystring: ["form"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** The `parameters` of a path item or an operation. Of two that are the same, the last counts. */
export function readParameters(reader: Reader, context: SchemaContext, owner: Node): ReadParameters {
  const list = owner.value["parameters"];
  const items = distinctItems(
    reader.items(owner, "parameters"),
    reader.originOf(owner, "parameters"),
    reader.diagnostics,
  );
  if (list !== undefined && list !== null && !isJsonArray(list))
    return { parameters: [], fault: "its parameters are no list" };
  const read = items.map((item) => readParameter(reader, context, item));
  const all = read.flatMap((each) => (each.kind === "parameter" ? [each.parameter] : []));
  const [fault = null] = read.flatMap((each) => (each.kind === "fault" ? [each.fault] : []));
  const last = new Map(all.map((parameter) => [keyOf(parameter), parameter]));
  const parameters = all.filter((parameter) => {
    const counts = last.get(keyOf(parameter)) ?? parameter;
    if (counts === parameter) return true;
    const place = { uri: counts.origin.uri, pointer: `${counts.origin.pointer}/name` };
    reader.diagnostics.add("parameter-duplicate", place, { name: counts.name });
    return false;
  });
  return { parameters, fault };
}

/**
 * The items of a list without those that refer to what another one refers to; what is brought in by a reference has its
 * place there, so the second reference is the place to name.
 * @param list where the list stands
 */
export function distinctItems<T extends Pick<Item, "value" | "origin">>(
  items: readonly T[],
  list: Origin,
  diagnostics: Diagnostics,
): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ value, origin }, index) => {
    const place = `${origin.uri}#${origin.pointer}`;
    const isAgain = seen.has(place);
    seen.add(place);
    const name = member(value, "name");
    if (!isAgain || typeof name !== "string") return true;
    diagnostics.add(
      "parameter-duplicate",
      { uri: list.uri, pointer: `${list.pointer}/${String(index)}/$ref` },
      { name },
    );
    return false;
  });
}

/** What makes two parameters the same. The names of headers do not tell case (RFC 9110, section 5.1). */
function keyOf({ name, in: place }: NormalParameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/**
 * The parameters of an operation: those of its path item first, minus what it declares again.
 * @param hasSecurity whether the operation asks for credentials: then they are what `Authorization` is for
 */
export function mergeParameters(
  reader: Reader,
  inherited: readonly NormalParameter[],
  own: readonly NormalParameter[],
  path: string,
  hasSecurity: boolean,
): readonly NormalParameter[] {
  const redeclared = new Set(own.map(keyOf));
  const constants = new Set(splitPathKey(path).constants);
  const merged = [...inherited.filter((parameter) => !redeclared.has(keyOf(parameter))), ...own];
  return merged.filter(({ name, in: place, origin }) => {
    const at = { uri: origin.uri, pointer: `${origin.pointer}/name` };
    if (place === "query" && constants.has(name)) {
      reader.diagnostics.add("parameter-constant", at, { name, path });
      return false;
    }
    if (place !== "header") return true;
    if (isDescribedHeader(name) && (hasSecurity || name.toLowerCase() !== "authorization")) {
      reader.diagnostics.add("header-parameter-ignored", at, { name });
      return false;
    }
    if (!isForbiddenHeader(name)) return true;
    reader.diagnostics.add("header-parameter-forbidden", at, { name });
    return false;
  });
}

function readParameter(reader: Reader, context: SchemaContext, item: Item): ReadParameter {
  if (brokenReferenceOf(item.value) !== null) return { kind: "fault", fault: "one of its parameters leads nowhere" };
  const node = reader.asNode(item);
  if (node === null)
    return item.value === null ? { kind: "none" } : { kind: "fault", fault: "one of its parameters is no object" };
  const name = reader.text(node, "name", "structure");
  const place = reader.text(node, "in", "structure");
  const isRequired = place === "path" || (reader.flag(node, "required") ?? false);
  const leftOut = (what: string): ReadParameter =>
    isRequired
      ? { kind: "fault", fault: `its required parameter ${name === null ? "" : `"${name}" `}${what}` }
      : { kind: "none" };
  if (!name || place === null) {
    const isEmpty = Object.keys(node.value).length === 0;
    // An empty object stands in for a reference that was reported already.
    if (isEmpty) return { kind: "fault", fault: "one of its parameters is empty" };
    const key = name ? "in" : "name";
    const at = name === "" ? reader.originOf(node, "name") : node.origin;
    reader.diagnostics.add("part-incomplete", at, { key, part: "the parameter" });
    return leftOut(name ? "stands nowhere" : "has no name");
  }
  if (!isLocation(place)) {
    reader.diagnostics.add("parameter-in-invalid", reader.originOf(node, "in"), { name, found: place });
    return leftOut(`is in "${place}"`);
  }
  if (place === "header" && !isToken(name)) {
    reader.diagnostics.add("header-name-invalid", reader.originOf(node, "name"), { name });
    return leftOut("is no header");
  }
  reportUnknownKeys(reader, node, "parameter", `the parameter "${name}"`);
  const content = readParameterContent(reader, context, node, name);
  const schema = content?.schema ?? readSchema(context, reader, node, content, name);
  const style = readStyle(reader, node, { name, place, schema });
  if (style === null) return leftOut("has a style that does not exist");
  const parameter: NormalParameter = {
    name,
    in: place,
    required: isRequired,
    description: reader.text(node, "description", "prose"),
    deprecated: reader.flag(node, "deprecated") ?? false,
    style,
    explode: reader.flag(node, "explode") ?? ["form", "cookie"].includes(style),
    // Up to 3.1 for queries alone; headers are never escaped.
    allowReserved: (place === "query" || context.minor >= 2) && (reader.flag(node, "allowReserved") ?? false),
    allowEmptyValue: place === "query" && (reader.flag(node, "allowEmptyValue") ?? false),
    contentType: content?.mediaType ?? null,
    encoding: content?.encoding ?? [],
    schema,
    examples: [...readExamples(reader, node), ...(content?.examples ?? [])],
    dialect: readFormDialect(reader, [node]),
    origin: node.origin,
    schemaOrigin: content?.schemaOrigin ?? reader.originOf(node, "schema"),
  };
  return { kind: "parameter", parameter };
}

function isLocation(place: string): place is ParameterLocation {
  return Object.hasOwn(defaultStyles, place);
}

/** The one media type of a parameter that has `content`. */
function readParameterContent(
  reader: Reader,
  context: SchemaContext,
  node: Node,
  name: string,
): NormalMediaType | null {
  const [content = null, ...others] = readContent(reader, context, node);
  if (content === null) return null;
  const report = (key: string, found: string) => {
    const counts = `content of type ${content.mediaType}`;
    reader.diagnostics.add("parameter-content-ambiguous", reader.originOf(node, key), { name, found, counts });
  };
  if (others.length > 0) report("content", "content of several media types");
  if (node.value["schema"] !== undefined) report("schema", "both schema and content");
  return content;
}

function readSchema(
  context: SchemaContext,
  reader: Reader,
  node: Node,
  content: NormalMediaType | null,
  name: string,
): Schema {
  const value = node.value["schema"];
  if (content !== null) return {};
  if (value !== undefined) return normaliseSchema(context, value, reader.originOf(node, "schema"));
  // An example tells what it is (infer.ts).
  if (node.value["example"] === undefined && node.value["examples"] === undefined)
    reader.diagnostics.add("parameter-schema-missing", node.origin, { name });
  return {};
}

/** The style, or the default where another cannot make a difference; null where it cannot be known. */
function readStyle(
  reader: Reader,
  node: Node,
  { name, place, schema }: { readonly name: string; readonly place: ParameterLocation; readonly schema: Schema },
): ParameterStyle | null {
  const found = reader.text(node, "style", "structure");
  const usual = defaultStyles[place];
  if (found === null) return usual;
  const style = legalStyles[place].find((legal) => legal === found);
  if (style !== undefined) return style;
  const instead = isScalar(reader, schema) ? usual : null;
  reader.diagnostics.add("parameter-style-invalid", reader.originOf(node, "style"), {
    name,
    style: found,
    place,
    instead,
  });
  return instead;
}

/** True for a schema whose values are single texts, numbers or booleans, as far as its `type` says. */
function isScalar(reader: Reader, schema: Schema): boolean {
  let current: JsonValue | undefined = schema;
  for (let steps = 0; steps < 20; steps++) {
    const reference = member(current, "$ref");
    if (typeof reference !== "string") break;
    const tokens = parseFragment(reference) ?? [];
    current = tokens.reduce<JsonValue | undefined>((value, token) => member(value, token), reader.root.value);
  }
  const type = member(current, "type");
  const types = isJsonArray(type) ? type : [type];
  return types.every((each) => typeof each === "string" && !["array", "object"].includes(each));
}
