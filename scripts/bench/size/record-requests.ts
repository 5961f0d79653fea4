/** What an application sends: runs its bundle with a `fetch` that answers everything with an empty object. */

/** A request as far as two clients have to agree on it. */
export interface SentRequest {
  readonly method: string;
  readonly address: string;
  readonly credentials: string;
  readonly "content type": string;
  readonly body: string;
}

const aspects = ["method", "address", "credentials", "content type", "body"] as const;

/** Makes an application's calls one by one. Null where one sends nothing, as with a body that a GET cannot have. */
export async function recordRequests(code: string): Promise<readonly (SentRequest | null)[]> {
  const sent: SentRequest[] = [];
  const original = globalThis.fetch;
  // Before the import: clients keep the one that they find.
  globalThis.fetch = async (input, init) => {
    sent.push(await readRequest(input, init));
    return Response.json({});
  };
  try {
    const requests: (SentRequest | null)[] = [];
    for (const call of await loadCalls(code)) {
      await attempt(call);
      requests.push(sent.pop() ?? null);
    }
    return requests;
  } finally {
    globalThis.fetch = original;
  }
}

async function loadCalls(code: string): Promise<readonly (() => unknown)[]> {
  // The same text twice would be the same module, with what it has set.
  const unique = `${code}\n//${String(performance.now())}`;
  // `sourceText` writes what it exports.
  const module = (await import(`data:text/javascript,${encodeURIComponent(unique)}`)) as {
    readonly default: readonly (() => unknown)[];
  };
  return module.default;
}

/** What was sent says how it went. */
async function attempt(call: () => unknown): Promise<void> {
  try {
    await call();
  } catch {
    return;
  }
}

async function readRequest(input: string | URL | Request, init: RequestInit | undefined): Promise<SentRequest> {
  const address = input instanceof Request ? input.url : String(input);
  // An address without a host is none for a Request.
  const request = input instanceof Request ? input : new Request(new URL(address, "http://no-host"), init);
  const body = await request.text();
  const type = body === "" ? "" : (request.headers.get("content-type") ?? "").replace(/;.*/, "");
  // The order of a form's fields says nothing.
  const isForm = type === "application/x-www-form-urlencoded" && !body.startsWith("{");
  return {
    method: request.method,
    address,
    credentials: request.headers.get("authorization") ?? "",
    "content type": type,
    body: isForm ? [...new URLSearchParams(body)].map(String).sort().join("&") : body,
  };
}

/** How requests differ from those that are wanted: in how many, and in what; null where they do not. */
export function differences(
  wanted: readonly (SentRequest | null)[],
  sent: readonly (SentRequest | null)[],
): string | null {
  const found = wanted.map((request, index) => {
    const other = sent[index] ?? null;
    return other === null ? ["not sent"] : aspects.filter((aspect) => request?.[aspect] !== other[aspect]);
  });
  const different = found.filter((list) => list.length > 0);
  if (different.length === 0) return null;
  const what = [...aspects, "not sent"].filter((aspect) => different.some((list) => list.includes(aspect)));
  return `${String(different.length)} of ${String(wanted.length)} differ: ${what.join(", ")}`;
}
