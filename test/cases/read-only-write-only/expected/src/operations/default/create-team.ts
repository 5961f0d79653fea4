import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import type { TeamWrite } from "../../schemas/team-write.js";
import type { Team } from "../../schemas/team.js";

/** The body of `createTeam`. */
export type CreateTeamBody = TeamWrite;

/** What `createTeam` is called with. */
export interface CreateTeamInput {
  readonly body: CreateTeamBody;
}

/**
 * The 201 response of `createTeam`.
 *
 * The team.
 */
export type CreateTeamResponse = Team;

/** The document describes no errors. */
export type CreateTeamError = unknown;

/** The outcome of `createTeam` as a value, by `ok` and `status`. */
export type CreateTeamResult = Success<201, CreateTeamResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /teams`
 *
 * Input: `{ body: unknown }`
 */
export function createTeam(
  client: Client,
  input: CreateTeamInput,
  options?: RequestOptions,
): ApiPromise<CreateTeamResponse, CreateTeamResult> {
  return client.send(
    {
      operation: "createTeam",
      method: "POST",
      path: "/teams",
      contentType: "application/json",
      success: [201],
      encode: () => ({
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
