import type { SaveMeetingInput } from "../operations/default/save-meeting.js";
import { parseDates } from "../runtime/date-json.js";
import { readDate } from "../runtime/date-reader.js";
import { type DecodeResult, readList, required } from "../runtime/form-reader.js";
import { readRequest, styled } from "../runtime/request-reader.js";
import { readShapedBody } from "../runtime/shaped-body.js";
import { shapeOfMeeting } from "../shapes/meeting.js";

/**
 * Reads a request of `saveMeeting`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeSaveMeetingRequest(request: Request): Promise<DecodeResult<SaveMeetingInput>> {
  return readRequest(request, {
    path: { template: "/meetings/{since}", fields: { since: styled("simple", false, "scalar", required(readDate)) } },
    query: { until: readDate },
    headers: { "if-unmodified": styled("simple", false, "list", readList(readDate)) },
    body: { required: false, read: readShapedBody(parseDates, shapeOfMeeting) },
    required: ["path"],
  });
}
