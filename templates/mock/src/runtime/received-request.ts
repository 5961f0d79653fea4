/** A request whose body is read once, however often it is looked at. */

export interface ReceivedRequest {
  /** As it came; its body has been read. */
  readonly request: Request;
  readonly url: URL;
  readonly hasBody: boolean;
  /** The body as text. */
  readonly text: () => string;
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
    text: () => (body === null ? "" : new TextDecoder().decode(body)),
    copy: () => (body === null ? request : new Request(request.url, { method, headers, signal, body })),
  };
}
