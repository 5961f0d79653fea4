import { getSeen } from "./fixtures/get-seen.js";
import { saveMeeting } from "./fixtures/save-meeting.js";
import { tail } from "./fixtures/tail.js";
import { schemasOfGetSeen } from "./json-schemas/operations/get-seen.js";
import { schemasOfSaveMeeting } from "./json-schemas/operations/save-meeting.js";
import { schemasOfTail } from "./json-schemas/operations/tail.js";
import type { GetSeenInput, GetSeenResponse, GetSeenResult } from "./operations/default/get-seen.js";
import type { SaveMeetingInput, SaveMeetingResponse, SaveMeetingResult } from "./operations/default/save-meeting.js";
import type { TailInput, TailResponse, TailResponseItem, TailResult } from "./operations/default/tail.js";
import { decodeSaveMeetingRequest } from "./requests/save-meeting.js";
import { decodeTailRequest } from "./requests/tail.js";
import { dateAnswer } from "./runtime/date-answer.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly saveMeeting: {
    readonly input: SaveMeetingInput;
    readonly response: SaveMeetingResponse;
    readonly result: SaveMeetingResult;
  };
  readonly tail: {
    readonly input: TailInput;
    readonly response: TailResponse;
    readonly result: TailResult;
    readonly item: TailResponseItem;
  };
  readonly getSeen: {
    readonly input: GetSeenInput;
    readonly response: GetSeenResponse;
    readonly result: GetSeenResult;
  };
}

/** A `fetch` that answers by itself, what it was sent, and where a test gives other answers. */
export type Mock = MockOf<MockOperations>;

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock<MockOperations>(
    {
      basePaths: [],
      schemes: {},
      operations: {
        saveMeeting: {
          operation: "saveMeeting",
          method: "PUT",
          path: "/meetings/{since}",
          contentType: "application/json",
          decode: decodeSaveMeetingRequest,
          schemas: schemasOfSaveMeeting,
          responses: [
            {
              status: "200",
              headers: { "last-changed": "2024-01-02T03:04:05Z" },
              contentType: "application/json",
              schema: schemasOfSaveMeeting.responses["200"],
              examples: saveMeeting.responses[200],
              write: dateAnswer({
                "/reminders/0": ["2024-05-01T09:00:00.000Z"],
                "/reminders/1": ["2024-05-01T09:30:00+02:00"],
              }),
            },
            {
              status: "4XX",
              contentType: "application/json",
              schema: schemasOfSaveMeeting.responses["4XX"],
              examples: saveMeeting.responses["4XX"],
              write: dateAnswer(),
            },
          ],
        },
        tail: {
          operation: "tail",
          method: "POST",
          path: "/log",
          contentType: "application/x-www-form-urlencoded",
          decode: decodeTailRequest,
          schemas: schemasOfTail,
          responses: [
            {
              status: "200",
              contentType: "application/x-ndjson",
              schema: schemasOfTail.responses["200"],
              examples: tail.responses[200],
              write: dateAnswer(),
            },
          ],
        },
        getSeen: {
          operation: "getSeen",
          method: "GET",
          path: "/seen",
          schemas: schemasOfGetSeen,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetSeen.responses["200"],
              examples: getSeen.responses[200],
              write: dateAnswer(),
            },
          ],
        },
      },
    },
    options,
  );
}
