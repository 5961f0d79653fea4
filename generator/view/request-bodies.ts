/** The bodies of an operation, one for each type that its body may have: what they are called. */
import type { BodyContent, Operation } from "../model/model.js";
import { type Expression, type Identifier, identifier, joinCode, literal, typeExpression, ts } from "./code.js";

/** The preferred body first; none where there is no body. */
export function requestBodies({ requestBody }: Operation): readonly BodyContent[] {
  return requestBody === null ? [] : [requestBody, ...requestBody.others];
}

/** `AddPetBody` of the preferred body, `AddPetBodyXml` of another. */
export function bodyTypeName({ typeId, requestBody }: Operation, content: BodyContent): Identifier {
  return identifier(`${typeId}Body${content === requestBody ? "" : content.word}`);
}

/** True where a caller says which media type the body has. */
export function hasContentType(operation: Operation): boolean {
  return requestBodies(operation).flatMap(({ mediaTypes }) => mediaTypes).length > 1;
}

/** `"application/json" | "text/json"` */
export function mediaTypesType({ mediaTypes }: BodyContent): Expression {
  return joinCode(mediaTypes.map(literal), " | ");
}

/** Media types in words. */
export function mediaTypesText(mediaTypes: readonly string[]): string {
  const names = mediaTypes.map((mediaType) => `\`${mediaType.replaceAll("`", "")}\``);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

const bytes = typeExpression("string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>");

/**
 * What a body that is sent as it is may be. Parts have a boundary, which their media type names; FormData has one of its
 * own, and a media type that is never another.
 */
export function rawBodyType({ encoding, mediaType }: BodyContent): Expression {
  if (encoding.kind !== "raw" || encoding.content !== "multipart") return ts`${bytes}`;
  const written = ts`{ readonly data: ${bytes}; readonly type: string }`;
  return mediaType === "multipart/form-data" ? ts`FormData | ${written}` : written;
}
