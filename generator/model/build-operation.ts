/** One operation: parameters by place, body with its encoding, responses with their fixtures. */
import type { Diagnostics } from "../diagnostics.js";
import { sentMethod } from "../document/http-method.js";
import type { NormalOperation, NormalParameter, NormalSecurityScheme } from "../document/normal-document.js";
import { splitPathKey } from "../document/path-key.js";
import type { OperationNames } from "./assign-names.js";
import { buildRequestFixture } from "./build-fixtures.js";
import { sharedNames } from "./shared-names.js";
import { buildPagination, type PaginatedParts } from "./build-pagination.js";
import { buildParameter, undeclaredParameter } from "./build-parameter.js";
import { buildRequestBody } from "./build-request-body.js";
import { ownServers } from "./build-server.js";
import { checkParameterStyle } from "./check-parameter-style.js";
import { buildResponse } from "./build-response.js";
import type { FormOptions } from "./form-dialect.js";
import type { Operation, Parameter, PathSegment, Server } from "./model.js";
import type { PaginationOptions } from "./pagination.js";
import type { SchemaTable } from "./schema-shape.js";

export interface OperationContext {
  readonly names: OperationNames;
  readonly tag: string;
  readonly table: SchemaTable;
  readonly security: readonly (readonly string[])[];
  /** The document's. */
  readonly servers: readonly Server[];
  readonly schemes: readonly NormalSecurityScheme[];
  readonly forms: FormOptions;
  /** Null for requests that arrive. */
  readonly pagination: PaginationOptions | null;
}

/** Builds an operation. */
export function buildOperation(
  operation: NormalOperation,
  context: OperationContext,
  diagnostics: Diagnostics,
): Operation {
  const path = splitPath(splitPathKey(operation.path).sent);
  for (const parameter of operation.parameters) checkParameterStyle(parameter, context.table, diagnostics);
  const section = (...places: readonly NormalParameter["in"][]) =>
    operation.parameters
      .filter((parameter) => places.includes(parameter.in))
      .map((parameter) => ({
        ...buildParameter(parameter, parameter.dialect ?? context.forms.dialect, context.table),
        credential: credentialOf(parameter, context),
      }));
  const parameters = {
    path: pathParameters(operation, path, context.table, diagnostics),
    query: section("query", "querystring"),
    headers: section("header"),
    cookies: section("cookie"),
  };
  reportShared([...sharedNames(parameters.query), ...sharedNames(parameters.cookies)], diagnostics);
  const requestBody = buildRequestBody(operation, context, diagnostics);
  const built: PaginatedParts = {
    name: context.names.name,
    id: context.names.id,
    typeId: context.names.typeId,
    slug: context.names.slug,
    tag: context.tag,
    method: operation.method,
    path,
    servers: ownServers(operation.servers, context.servers),
    docs: { summary: operation.summary, description: operation.description, externalDocs: operation.externalDocs },
    deprecated: operation.deprecated,
    parameters,
    requestBody,
    responses: operation.responses.map((response) => buildResponse(response, operation.method, context, diagnostics)),
    security: context.security,
    request: buildRequestFixture(operation, parameters, requestBody, context.table, diagnostics),
    extensions: operation.extensions,
    origin: operation.origin,
  };
  const { pagination: options, schemes, table } = context;
  const pages = options && buildPagination(built, { options, own: operation.pagination, schemes, table }, diagnostics);
  return { ...built, pagination: pages };
}

/** The scheme of the operation that says the same as a parameter: what an API key is called, and where it stands. */
function credentialOf(parameter: NormalParameter, { schemes, security }: OperationContext): string | null {
  const needed = new Set(security.flat());
  // The names of headers do not tell case (RFC 9110, section 5.1).
  const nameOf = (name: string) => (parameter.in === "header" ? name.toLowerCase() : name);
  const scheme = schemes.find((each) => {
    return (
      each.kind === "apiKey" &&
      needed.has(each.name) &&
      each.in === parameter.in &&
      nameOf(each.parameter) === nameOf(parameter.name)
    );
  });
  return scheme?.name ?? null;
}

function reportShared(shared: readonly (readonly [Parameter, ReadonlySet<string>])[], diagnostics: Diagnostics): void {
  for (const [{ name, origin }, names] of shared)
    if (names.size > 0) diagnostics.add("parameter-name-shared", origin, { name, members: [...names] });
}

/** `/users/{id}/posts` as text and parameters, in turn. */
function splitPath(path: string): readonly PathSegment[] {
  return path
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map((part): PathSegment => {
      return /^\{[^{}]+\}$/.test(part) ? { kind: "parameter", name: part.slice(1, -1) } : { kind: "text", text: part };
    });
}

/** Those that the template has, in its order: what is not declared is a string, what it lacks is left out. */
function pathParameters(
  operation: NormalOperation,
  path: readonly PathSegment[],
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly Parameter[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  const names = new Set(path.flatMap((segment) => (segment.kind === "parameter" ? [segment.name] : [])));
  for (const { name, origin } of declared) {
    if (names.has(name)) continue;
    diagnostics.add(
      "path-parameter-unused",
      { uri: origin.uri, pointer: `${origin.pointer}/name` },
      { name, path: operation.path },
    );
  }
  return [...names].map((name) => {
    const parameter = declared.find((candidate) => candidate.name === name);
    if (parameter !== undefined) return buildParameter(parameter, null, table);
    const pathItem = { uri: operation.origin.uri, pointer: operation.origin.pointer.replace(/\/[^/]*$/, "") };
    diagnostics.add("path-parameter-undeclared", pathItem, {
      name,
      path: operation.path,
      method: sentMethod(operation.method),
    });
    return undeclaredParameter(name, operation.origin);
  });
}
