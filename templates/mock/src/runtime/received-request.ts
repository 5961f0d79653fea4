/** A request whose body is read once, however often it is looked at. */
import { splitUrl } from "./split-url.js";

export interface ReceivedRequest {
  /** As it came; its body has been read. */
  readonly request: Request;
  /** The path of its URL, and what follows it, a question mark included. */
  readonly pathname: string;
  readonly search: string;
  readonly query: () => URLSearchParams;
  readonly hasBody: boolean;
  /** The body as text. */
  readonly text: () => string;
  /** The same request as decoders see it, who ask for its method, its URL, its headers and its body. */
  readonly seen: () => Request;
  /** The same request with an unread body. */
  readonly copy: () => Request;
}

/** Reads the body of a request. */
export async function receive(request: Request): Promise<ReceivedRequest> {
  const { method, url, headers } = request;
  // To ask for the body itself would make a stream of it.
  const canHaveBody = method !== "GET" && method !== "HEAD";
  const body = canHaveBody ? await request.arrayBuffer() : new ArrayBuffer(0);
  const hasBody = body.byteLength > 0;
  const target = splitUrl(url);
  let query: URLSearchParams | undefined;
  return {
    request,
    ...target,
    query: () => (query ??= new URLSearchParams(target.search)),
    hasBody,
    text: () => new TextDecoder().decode(body),
    // It has what decoders ask for.
    seen: () => new SeenRequest(request, body) as Partial<Request> as Request,
    copy: () => new Request(url, { method, headers, signal: request.signal, ...(hasBody && { body }) }),
  };
}

/** A real Request has a signal of its own, which costs more than all checks. */
class SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly #body: ArrayBuffer;

  constructor({ method, url, headers }: Pick<Request, "method" | "url" | "headers">, body: ArrayBuffer) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.#body = body;
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.#whole().body;
  }

  text(): Promise<string> {
    return Promise.resolve(new TextDecoder().decode(this.#body));
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#body.slice(0));
  }

  blob(): Promise<Blob> {
    return this.#whole().blob();
  }

  formData(): Promise<FormData> {
    return this.#whole().formData();
  }

  #whole(): Response {
    return new Response(this.#body, { headers: this.headers });
  }
}
