/** Responses of Swagger 2.0: one schema for all that the operation produces. https://spec.openapis.org/oas/v2.0.html#response-object */
import type { Placed } from "./document-edit.js";
import type { Node } from "./reader.js";
import { asObject, changed, composed, type Member, membersOf, presentMember, type Upgrade } from "./upgrade-context.js";
import { exampleKeys, mediaExamples, readExamples, reportUntaken } from "./upgrade-examples.js";
import { bodyKind, fittingMediaTypes, type PlacedMediaType } from "./upgrade-media-types.js";
import { upgradeHeaders } from "./upgrade-parameter.js";
import { upgradeSchema } from "./upgrade-schema.js";

/**
 * The responses of an operation.
 * @param produces what the operation answers; empty where nothing is said
 */
export function upgradeResponses(upgrade: Upgrade, responses: Placed, produces: readonly PlacedMediaType[]): Placed {
  const node = asObject(responses);
  if (node === null) return responses;
  return changed(upgrade, node, (status, child) => {
    const response = status.startsWith("x-") ? null : asObject(child);
    return [[status, response === null ? child : upgradeResponse(upgrade, response, produces)]];
  });
}

function upgradeResponse(upgrade: Upgrade, response: Node, produces: readonly PlacedMediaType[]): Placed {
  const kept = membersOf(upgrade, response).flatMap(([key, child]): readonly Member[] => {
    if (key === "schema" || exampleKeys.has(key)) return [];
    return [[key, key === "headers" ? upgradeHeaders(upgrade, child) : child]];
  });
  return composed(upgrade, response.origin, [...kept, ["content", contentOf(upgrade, response, produces)]]);
}

/** Without a schema there is no content (`Response Object`), unless there are examples of it. */
function contentOf(upgrade: Upgrade, response: Node, produces: readonly PlacedMediaType[]): Placed | undefined {
  const written = presentMember(upgrade, response, "schema");
  const examples = readExamples(upgrade, response);
  const shown = examples.byMediaType.map(([mediaType, { origin }]) => ({ mediaType, origin }));
  const hasExamples = shown.length > 0 || examples.single !== null || examples.named.length > 0;
  if (written === undefined && !hasExamples) return undefined;
  const schema = written && upgradeSchema(upgrade, written);
  const kind = bodyKind(upgrade, written?.value);
  // Examples say what is answered where nothing else does.
  const isSilent = produces.length === 0 || written === undefined;
  const declared = isSilent && shown.length > 0 ? shown : produces;
  const taken = new Set<string>();
  const place = written?.origin ?? response.origin;
  const content = fittingMediaTypes(declared, kind, place).map(({ mediaType, origin }): Member => {
    const media = composed(upgrade, origin, [
      ["schema", schema],
      ...mediaExamples(upgrade, examples, mediaType, place, taken),
    ]);
    return [mediaType, media];
  });
  reportUntaken(upgrade, examples, taken);
  return composed(upgrade, place, content);
}
