import type { SavePostInput } from "../operations/default/save-post.js";
import { type DecodeResult, required } from "../runtime/form-reader.js";
import { parseInt64 } from "../runtime/int64-json.js";
import { readBigint } from "../runtime/int64-reader.js";
import { readRequest, styled } from "../runtime/request-reader.js";
import { readOneOf } from "../runtime/scalar-reader.js";
import { readShapedBody } from "../runtime/shaped-body.js";
import { shapeOfPost } from "../shapes/post.js";

/**
 * Reads a request of `savePost`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeSavePostRequest(request: Request): Promise<DecodeResult<SavePostInput>> {
  return readRequest(request, {
    path: { template: "/posts/{id}", fields: { id: styled("simple", false, "scalar", required(readBigint)) } },
    query: { after: readBigint, shard: readOneOf([1n, 9223372036854775807n]) },
    body: { required: false, read: readShapedBody(parseInt64, shapeOfPost) },
    required: ["path"],
  });
}
