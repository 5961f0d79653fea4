import { type DecodeResult, required } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import { readText } from "../runtime/scalar-reader.js";
import type { SubscribeHeartbeatCallbackInput } from "../webhooks/subscribe-heartbeat-callback.js";

/**
 * Reads a request that arrives: the callback `heartbeat` of `subscribe`.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeSubscribeHeartbeatCallbackRequest(
  request: Request,
): Promise<DecodeResult<SubscribeHeartbeatCallbackInput>> {
  return readRequest(request, { query: { at: required(readText) }, required: ["query"] });
}
