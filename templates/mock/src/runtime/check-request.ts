/** What in a request does not fit its operation: credentials, media type, parameters, body. */
import type { Problem } from "./form-reader.js";
import { checkSchema } from "./check-schema.js";
import { isObject } from "./json-equality.js";
import type { OperationSchemas } from "./json-schema.js";
import { fits, parseMediaType } from "./media-type.js";
import type { Refusal } from "./mock-problem.js";
import type { CredentialPlace, MockOperation, MockSetup } from "./mock-setup.js";
import { partialOf } from "./partial-result.js";
import { syntaxProblems } from "./request-reader.js";
import type { ReceivedRequest } from "./received-request.js";

export type CheckedRequest =
  { readonly refusal: null; readonly input: unknown } | { readonly refusal: Refusal; readonly input: undefined };

/** Checks a request; all that is wrong with its parts is found at once. */
export async function checkRequest(
  setup: MockSetup,
  operation: MockOperation,
  received: ReceivedRequest,
): Promise<CheckedRequest> {
  const refusal = checkCredentials(setup, operation, received) ?? checkMediaType(operation, received);
  if (refusal !== null) return { refusal, input: undefined };
  const decoded = await operation.decode?.(received.seen());
  if (decoded === undefined) return { refusal: null, input: {} };
  const unread = decoded.ok ? [] : decoded.problems.map(({ field, message }) => ({ field: dotted(field), message }));
  const input = decoded.ok ? decoded.value : partialOf(decoded);
  const found = operation.schemas === undefined ? [] : checkInput(operation.schemas, input);
  // What was not read is missing from what was: that is not said again.
  const others = found.filter(({ field }) => !unread.some((other) => isRelated(field, other.field)));
  const errors = [...unread, ...others];
  if (errors.length === 0) return { refusal: null, input };
  // RFC 9110, section 15.5.21: 422 is for content whose syntax is right.
  const isMalformed = unread.some(({ field, message }) => field === "body" && syntaxProblems.includes(message));
  return {
    refusal: { status: isMalformed ? 400 : 422, detail: `The request does not fit ${operation.operation}.`, errors },
    input: undefined,
  };
}

/** `items[0].price` as `items.0.price`. */
function dotted(field: string): string {
  return field.replace(/\[(\d+)\]/g, ".$1");
}

function isRelated(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

const sections = ["path", "query", "headers", "cookies"] as const;

function checkInput(schemas: OperationSchemas, input: unknown): readonly Problem[] {
  if (!isObject(input)) return [];
  const ofSections = sections.flatMap((section) => {
    const schema = schemas[section];
    return schema === undefined || input[section] === undefined ? [] : checkSchema(schema, input[section], section);
  });
  const { contentType, body } = input;
  const schema = (typeof contentType === "string" ? schemas.bodies?.[contentType] : undefined) ?? schemas.body;
  return schema === undefined || body === undefined
    ? ofSections
    : [...ofSections, ...checkSchema(schema, body, "body")];
}

function checkMediaType(
  { contentType, operation }: MockOperation,
  { request, hasBody }: ReceivedRequest,
): Refusal | null {
  const accepted = typeof contentType === "string" ? [contentType] : (contentType ?? []);
  if (!hasBody || accepted.length === 0) return null;
  // What nobody named may be anything (RFC 9110, section 8.3).
  const sent = parseMediaType(request.headers.get("content-type") ?? "application/octet-stream");
  if (accepted.some((type) => fits(sent, parseMediaType(type)))) return null;
  return { status: 415, detail: `${operation} takes a body of type ${accepted.join(" or ")}.` };
}

function checkCredentials(setup: MockSetup, operation: MockOperation, received: ReceivedRequest): Refusal | null {
  const { security: alternatives = [] } = operation;
  const isMet = (scheme: string) => {
    const places = setup.schemes[scheme] ?? [];
    return places.length === 0 || places.some((place) => hasCredential(received, place));
  };
  if (alternatives.length === 0 || alternatives.some((schemes) => schemes.every(isMet))) return null;
  const wanted = alternatives.map((schemes) => schemes.join(" and ")).join(", or ");
  const words = alternatives.flat().flatMap((scheme) => (setup.schemes[scheme] ?? []).map((place) => place.scheme));
  const challenges = [...new Set(words)].flatMap((word) => (word === undefined ? [] : [challengeOf(word)]));
  return {
    status: 401,
    detail: `${operation.operation} needs credentials for ${wanted}.`,
    ...(challenges.length > 0 && { headers: { "www-authenticate": challenges.join(", ") } }),
  };
}

/** RFC 9110, section 11.6.1; a realm is required by RFC 7617 and by most others. */
function challengeOf(scheme: string): string {
  return `${scheme} realm="mock"`;
}

function hasCredential(
  { request, query, text }: ReceivedRequest,
  { in: place, name, scheme }: CredentialPlace,
): boolean {
  switch (place) {
    case "query":
      return query().has(name);
    case "form":
      return (
        parseMediaType(request.headers.get("content-type") ?? "").type === "application/x-www-form-urlencoded" &&
        new URLSearchParams(text()).has(name)
      );
    case "cookie":
    case "cookies": {
      const cookies = (request.headers.get("cookie") ?? "").split(";");
      return cookies.some((cookie) => cookie.trim().startsWith(`${name}=`));
    }
    default: {
      const value = request.headers.get(name);
      if (value === null || scheme === undefined) return value !== null;
      const [word = "", ...rest] = value.trim().split(/\s+/);
      return word.toLowerCase() === scheme.toLowerCase() && rest.length > 0;
    }
  }
}
