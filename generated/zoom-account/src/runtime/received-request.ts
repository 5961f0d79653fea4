/** A request whose body is read once, however often it is looked at. */

export interface ReceivedRequest {
  /** As it came; its body has been read. */
  readonly request: Request;
  readonly url: URL;
  readonly hasBody: boolean;
  /** The body as text. */
  readonly text: () => string;
  /** The same request as decoders see it, who ask for its URL, its headers and its body. */
  readonly seen: () => Request;
  /** The same request with an unread body. */
  readonly copy: () => Request;
}

/** Reads the body of a request. */
export async function receive(request: Request, url: URL): Promise<ReceivedRequest> {
  const body = request.body === null ? null : await request.arrayBuffer();
  const { method, headers, signal } = request;
  return {
    request,
    url,
    hasBody: body !== null && body.byteLength > 0,
    text: () => (body === null ? "" : textOf(body)),
    seen: () => (body === null ? request : seenRequest(request, body)),
    copy: () => (body === null ? request : new Request(request.url, { method, headers, signal, body })),
  };
}

function textOf(body: ArrayBuffer): string {
  return new TextDecoder().decode(body);
}

/** A new Request has a signal of its own, which costs more than all checks: this one has the body, and the rest of the first. */
function seenRequest(request: Request, body: ArrayBuffer): Request {
  const whole = () => new Response(body, { headers: request.headers });
  const own = {
    method: request.method,
    url: request.url,
    headers: request.headers,
    text: () => Promise.resolve(textOf(body)),
    json: () => Promise.resolve(textOf(body)).then((text): unknown => JSON.parse(text)),
    arrayBuffer: () => Promise.resolve(body.slice(0)),
    blob: () => whole().blob(),
    formData: () => whole().formData(),
    clone: () => seenRequest(request, body),
  };
  const values = Object.entries(own).map(([name, value]) => [name, { value }] as const);
  const properties = { ...Object.fromEntries(values), body: { get: () => whole().body }, bodyUsed: { value: false } };
  // It inherits from a Request, and so is one as far as types go.
  return Object.create(request, properties) as Request;
}
