/** What the misbehaving server is told to answer, and what it tells of the requests that it got. */

/** An answer; what is left out is as it should be. */
export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  /**
   * In a value, `{origin}` and `{other}` stand for the URLs of the scenario on the two origins, `{date+2}` for the time
   * in two seconds. Default: JSON, nothing to be kept.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: `{"name":"Ada"}`. */
  readonly body?: string;
  /** What follows it; between the two it may stop or break. */
  readonly rest?: string;
  /** Where it waits until the scenario calls `release()`. */
  readonly holds?: "headers" | "body";
  /** Where the connection breaks: before the headers, or between `body` and `rest`. */
  readonly breaks?: "headers" | "body";
  /** How it breaks: with a reset, which is the default, or as if all had been said. */
  readonly by?: "reset" | "close";
  /** The body is sent with gzip: as it should be, without its second half, or with bytes that are wrong. */
  readonly gzip?: "whole" | "truncated" | "corrupt";
  /** Written on the connection in place of an answer, one character a byte; then it closes, held back as a body is. */
  readonly raw?: string;
  /** It does not wait for the body of the request. */
  readonly unread?: true;
  /** The Authorization header without which the answer is 401. */
  readonly needs?: string;
}

/** Answers by the first step of the path below the scenario's URL: each path gets them in turn, then the last again. */
export type Script = Readonly<Record<string, Answer | readonly Answer[]>>;

/** A request that arrived. */
export interface Recorded {
  /** Of which origin. */
  readonly to: "origin" | "other";
  readonly method: string;
  /** Below the scenario's URL, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One character a byte. */
  readonly body: string;
  /** When, in milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** What became of the answer, once its connection let go of it. */
  readonly ended: "whole" | "broken" | null;
}
