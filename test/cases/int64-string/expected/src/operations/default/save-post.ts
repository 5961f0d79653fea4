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
import { int64Input } from "../../runtime/int64-input.js";
import { parseInt64 } from "../../runtime/int64-json.js";
import { jsonText } from "../../runtime/json-text.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Id } from "../../schemas/id.js";
import type { Post } from "../../schemas/post.js";
import type { ProblemSchema } from "../../schemas/problem.js";
import type { Shard } from "../../schemas/shard.js";
import { shapeOfPost } from "../../shapes/post.js";
import { shapeOfProblemSchema } from "../../shapes/problem.js";

/** Path parameters of `savePost`. */
export interface SavePostPath {
  id: Id;
}

/** Query parameters of `savePost`. */
export interface SavePostQuery {
  /** Format: `int64` */
  after?: string;
  shard?: Shard;
}

/** The body of `savePost`. */
export type SavePostBody = Post;

/** What `savePost` is called with. */
export interface SavePostInput {
  readonly path: SavePostPath;
  readonly query?: SavePostQuery;
  readonly body?: SavePostBody;
}

/**
 * The 200 response of `savePost`.
 *
 * The post.
 */
export type SavePostResponse = Post;

/**
 * The 4XX response of `savePost`.
 *
 * Problem.
 */
export type SavePostError = ProblemSchema;

/** The outcome of `savePost` as a value, by `ok` and `status`. */
export type SavePostResult =
  | Success<200, SavePostResponse>
  | Failure<ClientErrorStatus, SavePostError>
  | Failure<Exclude<ErrorStatus, ClientErrorStatus>, unknown>
  | NotSent;

/**
 * `PUT /posts/{id}`
 *
 * Input: `{ path: { id: Id }; query?: { after?: string; shard?: Shard }; body?: { id: Id; likes: number; shard?: Shard; parent?: string | null; replies?: Post[]; votes?: Record<string, string>; author?: User | Bot } }`
 *
 * Data: `{ id: Id; likes: number; shard?: Shard; parent?: string | null; replies?: Post[]; votes?: Record<string, string>; author?: User | Bot }`
 */
export function savePost(
  client: Client,
  input: SavePostInput,
  options?: RequestOptions,
): ApiPromise<SavePostResponse, SavePostResult> {
  return client.send(
    {
      operation: "savePost",
      method: "PUT",
      path: "/posts/{id}",
      contentType: "application/json",
      parse: answerParser(parseInt64, { 200: shapeOfPost, "4XX": shapeOfProblemSchema }),
      encode: () => {
        const query: SavePostQuery = input.query ?? {};
        let search = "";
        if (query.after != null) search = search + "&after=" + uriText(query.after, "after");
        if (query.shard != null) search = search + "&shard=" + uriText(query.shard, "shard");
        return {
          path: "/posts/" + pathSegment(uriText(input.path.id, "id"), "id"),
          query: search.slice(1),
          body: input.body === undefined ? undefined : jsonText(int64Input(input.body, shapeOfPost, "body"), "body"),
        };
      },
    },
    options,
  );
}
