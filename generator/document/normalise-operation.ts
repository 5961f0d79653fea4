/** The operations of a document: path items taken apart, parameters merged, defaults of serialisation filled in. */
import { brokenReferenceOf } from "./broken-reference.js";
import { isJsonObject, member } from "./json.js";
import { methods } from "./openapi-structure.js";
import type {
  HttpMethod,
  NormalExample,
  NormalMediaType,
  NormalOperation,
  NormalParameter,
  NormalRequestBody,
  NormalResponse,
  NormalSecurityRequirement,
  ParameterLocation,
  ParameterStyle,
  Schema,
} from "./normal-document.js";
import { readEncoding } from "./normalise-encoding.js";
import { readExternalDocs } from "./normalise-external-docs.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import { readSecurity } from "./normalise-security.js";
import { readServers } from "./normalise-server.js";
import { readFormDialect } from "./form-dialect.js";
import type { Item, Node, Reader } from "./reader.js";

/**
 * All operations in document order.
 * @param security the document's own requirements, for operations that name none
 */
export function normaliseOperations(
  reader: Reader,
  context: SchemaContext,
  security: readonly NormalSecurityRequirement[],
): readonly NormalOperation[] {
  const paths = reader.members(reader.root, "paths").filter(({ key }) => !key.startsWith("x-"));
  return paths.flatMap((item) => {
    const pathItem = reader.asNode(item);
    if (pathItem === null) return [];
    if (!item.key.startsWith("/")) {
      reader.diagnostics.add("path-invalid", item.origin, { path: item.key });
      return [];
    }
    const shared = {
      path: item.key,
      parameters: readParameters(reader, context, pathItem),
      servers: readServers(reader, pathItem),
      security,
    };
    reportUnknownKeys(reader, pathItem, item.key);
    return Object.keys(pathItem.value).flatMap((key) => {
      const method = methods.find((name) => name === key);
      const operation = method && reader.object(pathItem, method);
      return method && operation ? [normaliseOperation(reader, context, operation, method, shared)] : [];
    });
  });
}

function reportUnknownKeys(reader: Reader, pathItem: Node, path: string): void {
  const known = new Set<string>([
    ...methods,
    "parameters",
    "servers",
    "summary",
    "description",
    "$ref",
    "additionalOperations",
  ]);
  for (const key of Object.keys(pathItem.value)) {
    if (known.has(key) || key.startsWith("x-")) continue;
    reader.diagnostics.add("key-unknown", reader.originOf(pathItem, key), { key, owner: `the path ${path}` });
  }
}

interface Shared {
  readonly path: string;
  readonly parameters: readonly NormalParameter[];
  readonly servers: NormalOperation["servers"];
  readonly security: readonly NormalSecurityRequirement[];
}

function normaliseOperation(
  reader: Reader,
  context: SchemaContext,
  node: Node,
  method: HttpMethod,
  shared: Shared,
): NormalOperation {
  const own = readParameters(reader, context, node);
  const inherited = shared.parameters.filter(
    ({ name, in: place }) => !own.some((other) => other.name === name && other.in === place),
  );
  const body = reader.object(node, "requestBody");
  const servers = readServers(reader, node);
  return {
    operationId: reader.text(node, "operationId", "structure"),
    method,
    path: shared.path,
    tags: reader.items(node, "tags").flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    summary: reader.text(node, "summary", "prose"),
    description: reader.text(node, "description", "prose"),
    deprecated: reader.flag(node, "deprecated") ?? false,
    externalDocs: readExternalDocs(reader, node),
    parameters: [...inherited, ...own],
    requestBody: body && readRequestBody(reader, context, body, node),
    responses: readResponses(reader, context, node),
    security: readSecurity(reader, node) ?? shared.security,
    servers: servers.length > 0 ? servers : shared.servers,
    origin: node.origin,
  };
}

const defaultStyles: Readonly<Record<ParameterLocation, ParameterStyle>> = {
  path: "simple",
  query: "form",
  querystring: "form",
  header: "simple",
  cookie: "form",
};

const legalStyles: Readonly<Record<ParameterLocation, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  querystring: ["form"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** Headers that the rest of the document describes (OpenAPI 3.1.1, 4.8.12.2). */
const ignoredHeaders = ["accept", "content-type", "authorization"];

function readParameters(reader: Reader, context: SchemaContext, owner: Node): readonly NormalParameter[] {
  const parameters = reader.items(owner, "parameters").flatMap((item) => readParameter(reader, context, item) ?? []);
  return parameters.filter((parameter, index) => {
    const again = parameters
      .slice(index + 1)
      .find(({ name, in: place }) => name === parameter.name && place === parameter.in);
    if (again === undefined) return true;
    reader.diagnostics.add(
      "parameter-duplicate",
      { uri: again.origin.uri, pointer: `${again.origin.pointer}/name` },
      { name: parameter.name },
    );
    return false;
  });
}

function readParameter(reader: Reader, context: SchemaContext, item: Item): NormalParameter | null {
  const node = reader.asNode(item);
  if (node === null) return null;
  const name = reader.text(node, "name", "structure");
  const place = reader.text(node, "in", "structure");
  if (name === null || place === null) {
    // A reference that led nowhere was reported already.
    if (brokenReferenceOf(node.value) === null)
      reader.diagnostics.add("key-missing", node.origin, {
        key: name === null ? "name" : "in",
        owner: "the parameter",
      });
    return null;
  }
  if (!isLocation(place)) {
    reader.diagnostics.add("parameter-in-invalid", reader.originOf(node, "in"), { name, found: place });
    return null;
  }
  if (place === "header" && ignoredHeaders.includes(name.toLowerCase())) return null;
  const style = reader.text(node, "style", "structure") ?? defaultStyles[place];
  if (!legalStyles[place].includes(style)) {
    reader.diagnostics.add("parameter-style-invalid", reader.originOf(node, "style"), { name, style, place });
    return null;
  }
  const content = readContent(reader, context, node)[0] ?? null;
  const schemaValue = node.value["schema"];
  const schema =
    content?.schema ??
    (schemaValue === undefined ? {} : normaliseSchema(context, schemaValue, reader.originOf(node, "schema")));
  return {
    name,
    in: place,
    // https://spec.openapis.org/oas/v3.0.4.html#parameter-object: a path parameter is always required.
    required: place === "path" || (reader.flag(node, "required") ?? false),
    description: reader.text(node, "description", "prose"),
    deprecated: reader.flag(node, "deprecated") ?? false,
    // `legalStyles` has just said that it is one.
    style: style as ParameterStyle,
    explode: reader.flag(node, "explode") ?? ["form", "cookie"].includes(style),
    // Up to 3.1 for queries alone; headers are never escaped.
    allowReserved: (place === "query" || context.minor >= 2) && (reader.flag(node, "allowReserved") ?? false),
    contentType: content?.mediaType ?? null,
    encoding: content?.encoding ?? [],
    schema,
    examples: [...readExamples(reader, node), ...(content?.examples ?? [])],
    dialect: readFormDialect(reader, [node]),
    origin: node.origin,
  };
}

function isLocation(place: string): place is ParameterLocation {
  return Object.hasOwn(defaultStyles, place);
}

function readRequestBody(reader: Reader, context: SchemaContext, node: Node, operation: Node): NormalRequestBody {
  return {
    description: reader.text(node, "description", "prose"),
    required: reader.flag(node, "required") ?? false,
    content: readContent(reader, context, node, [operation]),
    origin: node.origin,
  };
}

function readContent(
  reader: Reader,
  context: SchemaContext,
  owner: Node,
  around: readonly Node[] = [],
): readonly NormalMediaType[] {
  return reader.members(owner, "content").flatMap((item): NormalMediaType[] => {
    const node = reader.asNode(item);
    if (node === null) return [];
    const schemaAt = (key: string): Schema | null => {
      const value = member(node.value, key);
      return value === undefined ? null : normaliseSchema(context, value, reader.originOf(node, key));
    };
    return [
      {
        mediaType: item.key,
        schema: schemaAt("schema"),
        itemSchema: schemaAt("itemSchema"),
        inferredFrom: null,
        examples: readExamples(reader, node),
        encoding: readEncoding(reader, context, node, item.key),
        dialect: readFormDialect(reader, [node, ...around]),
        origin: node.origin,
      },
    ];
  });
}

/** `example` first, as `default`, then `examples` by their names. */
function readExamples(reader: Reader, node: Node): readonly NormalExample[] {
  const example = node.value["example"];
  const single: NormalExample[] =
    example === undefined
      ? []
      : [{ name: "default", summary: null, value: example, origin: reader.originOf(node, "example") }];
  if (node.value["examples"] === undefined || !isJsonObject(node.value["examples"])) return single;
  const named = reader.members(node, "examples").flatMap((item): NormalExample[] => {
    const entry = reader.asNode(item);
    // 3.2 has `dataValue` for the value before it is serialised.
    const key = ["value", "dataValue"].find((candidate) => entry !== null && Object.hasOwn(entry.value, candidate));
    const value = entry === null || key === undefined ? undefined : member(entry.value, key);
    if (entry === null || key === undefined || value === undefined) return [];
    return [
      { name: item.key, summary: reader.text(entry, "summary", "prose"), value, origin: reader.originOf(entry, key) },
    ];
  });
  return [...single, ...named.filter(({ name }) => single.length === 0 || name !== "default")];
}

function readResponses(reader: Reader, context: SchemaContext, operation: Node): readonly NormalResponse[] {
  const responses = reader.members(operation, "responses").filter(({ key }) => !key.startsWith("x-"));
  return responses.flatMap((item): NormalResponse[] => {
    const node = reader.asNode(item);
    if (node === null) return [];
    const status = item.key.toUpperCase() === "DEFAULT" ? "default" : item.key.toUpperCase();
    if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
      reader.diagnostics.add("response-status-invalid", item.origin, { status: item.key });
      return [];
    }
    return [
      {
        status,
        description: reader.text(node, "description", "prose"),
        headers: readHeaders(reader, context, node),
        content: readContent(reader, context, node),
        origin: node.origin,
      },
    ];
  });
}

function readHeaders(reader: Reader, context: SchemaContext, response: Node): NormalResponse["headers"] {
  return reader.members(response, "headers").flatMap((item) => {
    const node = reader.asNode(item);
    if (node === null) return [];
    const value = node.value["schema"];
    const schema: Schema = value === undefined ? {} : normaliseSchema(context, value, reader.originOf(node, "schema"));
    return [
      {
        name: item.key,
        required: reader.flag(node, "required") ?? false,
        description: reader.text(node, "description", "prose"),
        schema,
      },
    ];
  });
}
