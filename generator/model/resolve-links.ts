/** The links between operations: each leads to an operation by the name that it has got. */
import type { Diagnostics } from "../diagnostics.js";
import type { NormalLink, NormalOperation } from "../document/normal-document.js";
import type { Operation, Response, ResponseLink } from "./model.js";
import { sourcesOf } from "./operation-sources.js";

/**
 * The operations with the links of their responses; a link to an operation that is not there is reported and left out.
 * @param documented the operations of the document
 * @param operations what was built of them, in the same order
 */
export function resolveLinks(
  documented: readonly NormalOperation[],
  operations: readonly Operation[],
  diagnostics: Diagnostics,
): readonly Operation[] {
  const sources = sourcesOf(documented, operations);
  const byId = new Map<string, string>();
  const byRoute = new Map<string, string>();
  for (const [{ id }, source] of sources) {
    // Of two operations with one operationId the first keeps it.
    if (source.operationId !== null && !byId.has(source.operationId)) byId.set(source.operationId, id);
    byRoute.set(routeKey(source.method, source.path), id);
  }
  const find = ({ target }: NormalLink): string | undefined => {
    if (target.kind === "elsewhere") return undefined;
    return target.kind === "id" ? byId.get(target.operationId) : byRoute.get(routeKey(target.method, target.path));
  };
  const resolve = (link: NormalLink): readonly ResponseLink[] => {
    const { name, description, parameters, requestBody, target } = link;
    const operation = find(link) ?? null;
    const reference = target.kind === "elsewhere" ? target.reference : null;
    if (operation !== null || reference !== null)
      return [{ name, description, operation, reference, parameters, requestBody }];
    const [key, wanted] =
      target.kind === "id" ? ["operationId", target.operationId] : ["operationRef", target.reference];
    const place = { uri: link.origin.uri, pointer: `${link.origin.pointer}/${key}` };
    diagnostics.add("link-target-not-found", place, { link: name, target: wanted });
    return [];
  };
  return operations.map((operation) => {
    const links = new Map(sources.get(operation)?.responses.map((response) => [response.status, response.links]));
    const withLinks = (response: Response): Response => {
      return { ...response, links: (links.get(response.status) ?? []).flatMap(resolve) };
    };
    return links.size === 0 ? operation : { ...operation, responses: operation.responses.map(withLinks) };
  });
}

function routeKey(method: string, path: string): string {
  return `${method} ${path}`;
}
