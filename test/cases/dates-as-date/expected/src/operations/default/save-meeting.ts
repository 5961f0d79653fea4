import type { Client, RequestOptions } from "../../client.js";
import { answerParser } from "../../runtime/answer-parser.js";
import type {
  ApiPromise,
  ClientErrorStatus,
  ErrorStatus,
  Failure,
  NotSent,
  Success,
} from "../../runtime/api-promise.js";
import { parseDates } from "../../runtime/date-json.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { jsonText } from "../../runtime/json-text.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Meeting } from "../../schemas/meeting.js";
import type { Moment } from "../../schemas/moment.js";
import type { ProblemSchema } from "../../schemas/problem.js";
import { shapeOfMeeting } from "../../shapes/meeting.js";
import { shapeOfProblemSchema } from "../../shapes/problem.js";

/** Path parameters of `saveMeeting`. */
export interface SaveMeetingPath {
  since: Moment;
}

/** Query parameters of `saveMeeting`. */
export interface SaveMeetingQuery {
  /** Format: `date-time` */
  until?: Date;
}

/** Headers of `saveMeeting`. */
export interface SaveMeetingHeaders {
  "if-unmodified"?: Date[];
}

/** The body of `saveMeeting`. */
export type SaveMeetingBody = Meeting;

/** What `saveMeeting` is called with. */
export interface SaveMeetingInput {
  readonly path: SaveMeetingPath;
  readonly query?: SaveMeetingQuery;
  readonly headers?: SaveMeetingHeaders;
  readonly body?: SaveMeetingBody;
}

/**
 * The 200 response of `saveMeeting`.
 *
 * The meeting.
 *
 * Headers:
 * - `last-changed`
 */
export type SaveMeetingResponse = Meeting;

/**
 * The 4XX response of `saveMeeting`.
 *
 * Problem.
 */
export type SaveMeetingError = ProblemSchema;

/** The outcome of `saveMeeting` as a value, by `ok` and `status`. */
export type SaveMeetingResult =
  | Success<200, SaveMeetingResponse, { "last-changed": string | null }>
  | Failure<ClientErrorStatus, SaveMeetingError>
  | Failure<Exclude<ErrorStatus, ClientErrorStatus>, unknown>
  | NotSent;

/**
 * `PUT /meetings/{since}`
 *
 * Input: `{ path: { since: Moment }; query?: { until?: string }; headers?: { "if-unmodified"?: string[] }; body?: { id: number; start: Moment; end?: string | null; day?: string; reminders?: string[]; joined?: Record<string, Moment>; series?: Meeting[]; due?: string | "never"; last?: Call | Note; any?: { … } } }`
 *
 * Data: `{ id: number; start: Moment; end?: string | null; day?: string; reminders?: string[]; joined?: Record<string, Moment>; series?: Meeting[]; due?: string | "never"; last?: Call | Note; any?: { … } }`
 */
export function saveMeeting(
  client: Client,
  input: SaveMeetingInput,
  options?: RequestOptions,
): ApiPromise<SaveMeetingResponse, SaveMeetingResult> {
  return client.send(
    {
      operation: "saveMeeting",
      method: "PUT",
      path: "/meetings/{since}",
      contentType: "application/json",
      parse: answerParser(parseDates, { 200: shapeOfMeeting, "4XX": shapeOfProblemSchema }),
      encode: () => {
        const query: SaveMeetingQuery = input.query ?? {};
        let search = "";
        if (query.until != null) search = search + "&until=" + uriText(query.until, "until");
        return {
          path: "/meetings/" + pathSegment(uriText(input.path.since, "since"), "since"),
          query: search.slice(1),
          headers: { "if-unmodified": headerParameter("if-unmodified", input.headers?.["if-unmodified"], false) },
          body: input.body === undefined ? undefined : jsonText(input.body, "body", { day: true }),
        };
      },
    },
    options,
  );
}
