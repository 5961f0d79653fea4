/** How an operation's input becomes a request: the members of the call, and what `encode` returns. */
import type { FormField, Operation, Parameter } from "../model/model.js";
import { type Expression, identifier, joinCode, memberAccess, propertyKey, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import { preferredContent, successesOf } from "./operation-types.js";
import type { MemberView } from "./view.js";

export interface RequestView {
  readonly call: readonly MemberView[];
  readonly encode: readonly MemberView[];
}

/** Builds both, and asks for the imports that they need. */
export function buildRequestView(
  operation: Operation,
  formModule: string,
  encoder: string,
  imports: Imports,
): RequestView {
  const { requestBody } = operation;
  const call: MemberView[] = [];
  const add = (list: MemberView[], key: string, value: Expression) => list.push({ key: propertyKey(key), value });
  if (operation.security.length > 0) add(call, "security", ts`${operation.security}`);
  const accept = acceptOf(operation);
  if (accept !== "application/json") add(call, "accept", ts`${accept}`);
  if (requestBody !== null) add(call, "contentType", ts`${requestBody.mediaType}`);

  const encode: MemberView[] = [];
  const { path, query, headers, cookies } = operation.parameters;
  if (path.length > 0) add(encode, "path", pathExpression(operation, imports));
  if (query.length > 0)
    add(
      encode,
      "query",
      joined(
        "&",
        query.map((parameter) => pairExpression(parameter, "query", "queryParameter", imports)),
        imports,
      ),
    );
  const headerMembers = headers.map(
    (parameter) => ts`${propertyKey(parameter.name)}: ${headerExpression(parameter, imports)}`,
  );
  if (cookies.length > 0) {
    const pairs = cookies.map((parameter) => pairExpression(parameter, "cookies", "cookieParameter", imports));
    headerMembers.push(ts`cookie: ${joined("; ", pairs, imports)} || undefined`);
  }
  if (headerMembers.length > 0) add(encode, "headers", ts`{ ${joinCode(headerMembers, ", ")} }`);
  if (requestBody === null) return { call, encode };

  const body = ts`input.body`;
  if (requestBody.encoding.kind === "json") {
    add(
      encode,
      "body",
      requestBody.required
        ? ts`JSON.stringify(${body})`
        : ts`${body} === undefined ? undefined : JSON.stringify(${body})`,
    );
  } else if (requestBody.encoding.kind === "raw") {
    add(encode, "body", body);
  } else {
    imports.value(formModule, encoder);
    const form = ts`${identifier(encoder)}(${body})`;
    // A form is sent even where nothing is in it: credentials are put into it.
    add(encode, "body", requestBody.required ? form : ts`${body} === undefined ? ${""} : ${form}`);
    const given = requestBody.encoding.fields.flatMap((field) => givenCredential(field, requestBody.required));
    if (given.length > 0) add(encode, "given", ts`{ ${joinCode(given, ", ")} }`);
  }
  return { call, encode };
}

function acceptOf(operation: Operation): string {
  const types = successesOf(operation).flatMap((response) => preferredContent(response)?.mediaType ?? []);
  return [...new Set(types)].join(", ") || "application/json";
}

function pathExpression(operation: Operation, imports: Imports): Expression {
  const parts = operation.path.map((segment) => {
    if (segment.kind === "text") return ts`${segment.text}`;
    const parameter = operation.parameters.path.find(({ name }) => name === segment.name);
    const encoding = parameter?.encoding ?? { kind: "json" };
    const [style, explode] = encoding.kind === "style" ? [encoding.style, encoding.explode] : ["simple", false];
    imports.value("../../runtime/parameters.js", "pathParameter");
    const value = ts`input.path${memberAccess(segment.name)}`;
    return ts`pathParameter(${segment.name}, ${encoding.kind === "json" ? jsonExpression(value, imports) : value}, ${style}, ${explode})`;
  });
  return joinCode(parts, " + ");
}

/** A query or cookie parameter as `name=value` pairs. */
function pairExpression(
  parameter: Parameter,
  section: "query" | "cookies",
  encoder: "queryParameter" | "cookieParameter",
  imports: Imports,
): Expression {
  imports.value("../../runtime/parameters.js", encoder);
  const value = ts`input${memberAccess(section)}?.${optionalAccess(parameter.name)}`;
  if (parameter.encoding.kind === "json") {
    const style = encoder === "queryParameter" ? ts`, ${"form"}` : ts``;
    return ts`${identifier(encoder)}(${parameter.name}, ${jsonExpression(value, imports)}${style}, true)`;
  }
  const { style, explode } = parameter.encoding;
  return encoder === "queryParameter"
    ? ts`queryParameter(${parameter.name}, ${value}, ${style}, ${explode})`
    : ts`cookieParameter(${parameter.name}, ${value}, ${explode})`;
}

function headerExpression(parameter: Parameter, imports: Imports): Expression {
  imports.value("../../runtime/parameters.js", "headerParameter");
  const value = ts`input.headers?.${optionalAccess(parameter.name)}`;
  const explode = parameter.encoding.kind === "style" && parameter.encoding.explode;
  return ts`headerParameter(${parameter.name}, ${parameter.encoding.kind === "json" ? jsonExpression(value, imports) : value}, ${explode})`;
}

/** What stands after `?.`: `name`, or `["na-me"]`. */
function optionalAccess(name: string): Expression {
  const access = memberAccess(name).text;
  return access.startsWith(".") ? ts`${identifierPart(name)}` : ts`${memberAccess(name)}`;
}

function identifierPart(name: string): Expression {
  // A property name after a dot may be a reserved word, so it is no `Identifier`.
  return joinCode([propertyKey(name)], "");
}

function jsonExpression(value: Expression, imports: Imports): Expression {
  imports.value("../../runtime/parameters.js", "jsonParameter");
  return ts`jsonParameter(${value})`;
}

function joined(separator: string, parts: readonly Expression[], imports: Imports): Expression {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  imports.value("../../runtime/parameters.js", "joinParts");
  return ts`joinParts(${separator}, ${joinCode(parts, ", ")})`;
}

/** A credential that the caller may put into the body: the client must not send it a second time. */
function givenCredential(field: FormField, bodyRequired: boolean): readonly Expression[] {
  if (field.credential === null) return [];
  const value = bodyRequired
    ? ts`input.body${memberAccess(field.name)}`
    : ts`input.body?.${optionalAccess(field.name)}`;
  return [ts`${propertyKey(field.credential)}: ${value}`];
}
