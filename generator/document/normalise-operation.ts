/** The operations of a document: path items taken apart, and what cannot be generated truthfully left out by name. */
import { extensionsOf } from "./extensions.js";
import { brokenReferenceOf } from "./broken-reference.js";
import { describeValue } from "./describe-value.js";
import { isToken } from "./header-name.js";
import { isJsonArray, isJsonObject } from "./json.js";
import { reportUnknownKeys } from "./known-keys.js";
import { methods } from "./openapi-structure.js";
import type {
  HttpMethod,
  NormalOperation,
  NormalRequestBody,
  NormalSecurityRequirement,
  NormalSecurityScheme,
} from "./normal-document.js";
import { readPagination } from "./pagination-rule.js";
import { splitPathKey } from "./path-key.js";
import { readContent } from "./normalise-content.js";
import { readExternalDocs } from "./normalise-external-docs.js";
import { readCallbacks } from "./normalise-incoming.js";
import { mergeParameters, readParameters, type ReadParameters } from "./normalise-parameter.js";
import { readResponses } from "./normalise-response.js";
import type { SchemaContext } from "./normalise-schema.js";
import { readSecurity } from "./normalise-security.js";
import { readServers } from "./normalise-server.js";
import type { Item, Node, Reader } from "./reader.js";

/** What the document says for all of its operations. */
export interface DocumentSecurity {
  /** The requirements of operations that name none. */
  readonly requirements: readonly NormalSecurityRequirement[];
  readonly schemes: readonly NormalSecurityScheme[];
}

/** All operations of `paths`, in document order. */
export function normaliseOperations(
  reader: Reader,
  context: SchemaContext,
  security: DocumentSecurity,
): readonly NormalOperation[] {
  const paths = reader.members(reader.root, "paths").filter(({ key }) => !key.startsWith("x-"));
  return paths.flatMap((item) => {
    const { key: path, origin } = item;
    const isBroken = brokenReferenceOf(item.value) !== null || (!isJsonObject(item.value) && item.value !== null);
    const pathItem = brokenReferenceOf(item.value) === null ? reader.asNode(item) : null;
    if (isBroken) {
      const reason = pathItem === null && isJsonObject(item.value) ? "its reference leads nowhere" : "it is no object";
      reader.diagnostics.add("operation-left-out", origin, { name: `of the path ${path}`, reason });
    }
    if (pathItem === null) return [];
    const fault = pathFault(path);
    if (fault !== null) {
      reader.diagnostics.add("path-invalid", origin, { path, reason: fault });
      for (const each of operationsOf(reader, pathItem, path)) leaveOut(reader, each, path, `its path ${fault}`);
      return [];
    }
    if (hasStrayBrace(path)) reader.diagnostics.add("path-template-malformed", origin, { path });
    return normalisePathItem(reader, context, pathItem, path, security);
  });
}

/** True for a path with braces that hold no name. https://spec.openapis.org/oas/v3.2.0.html#path-templating */
function hasStrayBrace(path: string): boolean {
  return /[{}]/.test(splitPathKey(path).sent.replace(/\{[^{}]+\}/g, ""));
}

/** Why a path cannot be called. URL parsers take `%2e` for a dot: https://url.spec.whatwg.org/#double-dot-path-segment */
function pathFault(path: string): string | null {
  if (!path.startsWith("/")) return "does not begin with a slash";
  const [folders = ""] = splitPathKey(path).sent.split("?");
  const isStep = folders.split("/").some((segment) => [".", ".."].includes(segment.replace(/%2e/gi, ".")));
  return isStep ? "has a step between folders" : null;
}

/**
 * The operations of a path item.
 * @param path the key of `paths`
 */
function normalisePathItem(
  reader: Reader,
  context: SchemaContext,
  pathItem: Node,
  path: string,
  security: DocumentSecurity,
): readonly NormalOperation[] {
  reportUnknownKeys(reader, pathItem, "pathItem", `the path ${path}`);
  const shared: Shared = {
    path,
    parameters: readParameters(reader, context, pathItem),
    servers: readServers(reader, pathItem),
    security,
  };
  return operationsOf(reader, pathItem, path).flatMap((found) => {
    const operation = normaliseOperation(reader, context, found, shared);
    return operation === null ? [] : [operation];
  });
}

interface FoundOperation {
  readonly method: HttpMethod;
  readonly item: Item;
}

/** Those under the methods that have a key of their own, and the additional ones of 3.2, in document order. */
function operationsOf(reader: Reader, pathItem: Node, path: string): readonly FoundOperation[] {
  return Object.entries(pathItem.value).flatMap(([key, value]): readonly FoundOperation[] => {
    if (key === "additionalOperations") {
      return reader.members(pathItem, key).flatMap((item) => {
        if (isToken(item.key) && !methods.some((method) => method === item.key.toLowerCase()))
          return [{ method: item.key, item }];
        reader.diagnostics.add("method-invalid", item.origin, { method: item.key });
        leaveOut(reader, { method: item.key, item }, path, "its method cannot be sent");
        return [];
      });
    }
    const method = methods.find((name) => name === key);
    if (method === undefined) return [];
    return [{ method, item: { key, value, origin: reader.originOf(pathItem, key) } }];
  });
}

/** Says that an operation is left out: by its operationId, else by method and path. */
function leaveOut(reader: Reader, { method, item }: FoundOperation, path: string, reason: string): void {
  const id = isJsonObject(item.value) ? item.value["operationId"] : undefined;
  const name = typeof id === "string" && id !== "" ? id : `${method.toUpperCase()} ${path}`;
  reader.diagnostics.add("operation-left-out", item.origin, { name, reason });
}

interface Shared {
  readonly path: string;
  readonly parameters: ReadParameters;
  readonly servers: NormalOperation["servers"];
  readonly security: DocumentSecurity;
  /** For an operation that is itself a callback. */
  readonly isCallback?: boolean;
}

/** The operations of a path item that is no path: requests that arrive. */
export function incomingOperations(
  reader: Reader,
  context: SchemaContext,
  pathItem: Node,
  name: string,
  isCallback = false,
): readonly NormalOperation[] {
  reportUnknownKeys(reader, pathItem, "pathItem", `the path item ${name}`);
  const shared: Shared = {
    path: "",
    parameters: readParameters(reader, context, pathItem),
    servers: [],
    security: { requirements: [], schemes: [] },
    isCallback,
  };
  return operationsOf(reader, pathItem, name).flatMap((found) => {
    const operation = normaliseOperation(reader, context, found, shared);
    return operation === null ? [] : [operation];
  });
}

/** One operation; null, after a warning, where it cannot be generated truthfully. */
function normaliseOperation(
  reader: Reader,
  context: SchemaContext,
  found: FoundOperation,
  shared: Shared,
): NormalOperation | null {
  const { method, item } = found;
  const { path } = shared;
  const node = item.value === null ? null : reader.asNode(item);
  if (node === null) {
    leaveOut(reader, found, path, item.value === null ? "there is nothing in it" : "it is no object");
    return null;
  }
  reportUnknownKeys(reader, node, "operation", `the operation ${method.toUpperCase()} ${path}`);
  const own = readParameters(reader, context, node);
  const body = readRequestBody(reader, context, node);
  const servers = readServers(reader, node);
  const security = readSecurity(reader, node) ?? shared.security.requirements;
  const operation: NormalOperation = {
    operationId: readOperationId(reader, node),
    method,
    path,
    tags: readTags(reader, node),
    summary: reader.text(node, "summary", "prose"),
    description: reader.text(node, "description", "prose"),
    deprecated: reader.flag(node, "deprecated") ?? false,
    externalDocs: readExternalDocs(reader, node),
    extensions: extensionsOf(node.value),
    parameters: mergeParameters(
      reader,
      shared.parameters.parameters,
      own.parameters,
      path,
      asksForCredentials(security, shared.security.schemes),
    ),
    requestBody: body.requestBody,
    responses: readResponses(reader, context, node),
    security,
    servers: servers.length > 0 ? servers : shared.servers,
    pagination: readPagination(reader, node),
    callbacks: readCallbacks(reader, node, shared.isCallback ?? false, (item, name) =>
      incomingOperations(reader, context, item, name, true),
    ),
    origin: node.origin,
  };
  const fault = shared.parameters.fault ?? own.fault ?? body.fault;
  if (fault === null) return operation;
  leaveOut(reader, found, path, fault);
  return null;
}

function asksForCredentials(
  requirements: readonly NormalSecurityRequirement[],
  defined: readonly NormalSecurityScheme[],
): boolean {
  return requirements.some(({ schemes }) => schemes.some(({ name }) => defined.some((scheme) => scheme.name === name)));
}

function readOperationId(reader: Reader, node: Node): string | null {
  const id = reader.text(node, "operationId", "structure");
  if (id !== "") return id;
  reader.diagnostics.add("name-empty", reader.originOf(node, "operationId"), { what: "the operation" });
  return null;
}

function readTags(reader: Reader, node: Node): readonly string[] {
  return reader.items(node, "tags").flatMap(({ value, origin }) => {
    if (typeof value === "string" && value !== "") return [value];
    if (typeof value === "number" || typeof value === "boolean") {
      const text = reader.spelling(value, origin);
      const problem = {
        key: "tags",
        found: `a list with ${describeValue(value, text)}`,
        expected: "a list of strings",
      };
      reader.diagnostics.add("value-read-as", origin, { ...problem, meant: JSON.stringify(text) });
      return [text];
    }
    if (value === "") reader.diagnostics.add("name-empty", origin, { what: "the tag" });
    else
      reader.diagnostics.add("value-type-mismatch", origin, {
        key: "tags",
        found: `a list with ${describeValue(value)}`,
        expected: "a list of strings",
      });
    return [];
  });
}

function readRequestBody(
  reader: Reader,
  context: SchemaContext,
  operation: Node,
): { readonly requestBody: NormalRequestBody | null; readonly fault: string | null } {
  const value = operation.value["requestBody"];
  const fault = (reason: string) => ({ requestBody: null, fault: reason });
  if (brokenReferenceOf(value) !== null) return fault("its body leads nowhere");
  const node = reader.object(operation, "requestBody");
  if (node === null)
    return value === undefined || value === null ? { requestBody: null, fault: null } : fault("its body is no object");
  reportUnknownKeys(reader, node, "requestBody", "the request body");
  const content = readContent(reader, context, node, [operation]);
  const written = node.value["content"];
  const isEmpty =
    written === undefined || written === null || (isJsonObject(written) && Object.keys(written).length === 0);
  if (content.length === 0 && !isEmpty)
    return fault(
      isJsonObject(written)
        ? "no media type of its body is an object"
        : `the content of its body is ${isJsonArray(written) ? "a list" : "no object"}`,
    );
  return {
    requestBody: {
      description: reader.text(node, "description", "prose"),
      required: reader.flag(node, "required") ?? false,
      content,
      origin: node.origin,
    },
    fault: null,
  };
}
