/** A `fetch` that notes its calls and answers from memory. */

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

export interface RecordingFetch {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sent: Sent[];
}

/** Answers each call with what `answer` makes; without it, with `{}`. */
export function recordingFetch(answer: () => Response | Promise<Response> = () => json({})): RecordingFetch {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) });
      return answer();
    },
  };
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
}

/** The one call that was made. */
export function onlyCall({ sent }: RecordingFetch): Sent {
  const [call, ...others] = sent;
  if (call === undefined || others.length > 0) throw new Error(`expected one call, found ${sent.length}`);
  return call;
}
