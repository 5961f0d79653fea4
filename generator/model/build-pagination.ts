/** Whether and how an operation is paginated: by the configuration, else by its document, else by what is found. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { NormalSecurityScheme } from "../document/normal-document.js";
import type { NormalPagination, PaginationRule } from "../document/pagination-rule.js";
import { detectPagination, nothingSaid, type Sides } from "./detect-pagination.js";
import type { Operation } from "./model.js";
import type { Pagination, PaginationOptions, PaginationResult } from "./pagination.js";
import { requestFields, responseFields } from "./pagination-fields.js";
import { mayBePosition } from "./pagination-requests.js";
import { saidPagination } from "./said-pagination.js";
import type { SchemaTable } from "./schema-shape.js";

/** What pages are found in. */
export type PaginatedParts = Omit<Operation, "pagination">;

export interface PaginationContext {
  readonly options: PaginationOptions;
  /** What the document says. */
  readonly own: NormalPagination | null;
  readonly schemes: readonly NormalSecurityScheme[];
  readonly table: SchemaTable;
}

/** Decides it; null where an operation gives no pages. */
export function buildPagination(
  operation: PaginatedParts,
  { options, own, schemes, table }: PaginationContext,
  diagnostics: Diagnostics,
): Pagination | null {
  const configured = optionOf(options, operation);
  const rule = configured ?? own?.rule;
  if (rule === false || (rule === undefined && (!options.detect || !isAsking(operation)))) return null;
  const request = requestFields(operation, table);
  // Nothing to look for: most operations end here, before what they answer is taken apart.
  if (rule === undefined && !request.some(mayBePosition)) return null;
  const sides = sidesOf(operation, request, schemes, table);
  if (rule !== undefined) {
    const origin = configured === undefined ? (own?.origin ?? operation.origin) : operation.origin;
    return bySaid(operation, rule, sides, origin, diagnostics);
  }
  const found = sides.map((each) => detectPagination(each, nothingSaid));
  const [first] = found;
  // Whatever succeeds gives the same pages, or nobody can say what they are.
  if (first === undefined || found.some((each) => JSON.stringify(each) !== JSON.stringify(first))) return null;
  return "pagination" in first && isCertain(operation, first.pagination) ? first.pagination : null;
}

/** What is posted may be a page that is to be made: something more must speak of several of them. */
function isCertain({ method }: PaginatedParts, { position, size, next, more, total, totalPages }: Pagination): boolean {
  const isPosted = method === "post" && position?.[0] === "body";
  return !isPosted || [size, next, more, total, totalPages].some((said) => said !== null);
}

/** True for a method that changes nothing, or may ask for something in its body. */
function isAsking({ method }: PaginatedParts): boolean {
  return ["get", "post", "query"].includes(method);
}

/** What the configuration says of an operation. */
export function optionOf(
  { operations }: PaginationOptions,
  { name, id }: Pick<Operation, "name" | "id">,
): PaginationRule | false | undefined {
  const key = [name, id].find((each) => Object.hasOwn(operations, each));
  return key === undefined ? undefined : operations[key];
}

/** The request with each response that is JSON and a success. */
function sidesOf(
  { parameters, responses, security }: PaginatedParts,
  request: Sides["request"],
  schemes: readonly NormalSecurityScheme[],
  table: SchemaTable,
): readonly Sides[] {
  const needed = new Set(security.flat());
  const keys = schemes.flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === "query" && needed.has(scheme.name) ? [scheme.parameter] : [],
  );
  const given = parameters.query.filter(({ credential }) => credential !== null).map(({ name }) => name);
  const credentials = [...new Set([...keys, ...given])];
  return responses.flatMap((response): readonly Sides[] => {
    const fields = response.ok ? responseFields(response, table) : [];
    const hasLink = response.headers.some(({ name }) => name.toLowerCase() === "link");
    return fields.length === 0 ? [] : [{ request, response: fields, hasLink, credentials, table }];
  });
}

/** By a rule, in the first response that it fits. */
function bySaid(
  { name, origin: operationOrigin }: PaginatedParts,
  rule: PaginationRule,
  sides: readonly Sides[],
  origin: Origin,
  diagnostics: Diagnostics,
): Pagination | null {
  const outcomes = sides.map((each): PaginationResult => {
    const looked = saidPagination(rule, each);
    return "fault" in looked ? looked : detectPagination(each, looked.said);
  });
  for (const outcome of outcomes) if ("pagination" in outcome) return outcome.pagination;
  const [first] = outcomes;
  const fault = first !== undefined && "fault" in first ? first.fault : null;
  if (fault?.kind === "place") {
    const isOwn = origin !== operationOrigin;
    const place = isOwn ? { uri: origin.uri, pointer: `${origin.pointer}/${fault.key}` } : origin;
    diagnostics.add("pagination-place-unknown", place, fault);
  } else {
    const reason = fault?.reason ?? "no response of a success is JSON";
    diagnostics.add("pagination-impossible", origin, { operation: name, reason });
  }
  return null;
}
