/**
 * A `Request` of what `node:http` has received. A real one costs more than all that a mock does with it: it is made where
 * somebody asks for what few ask for.
 */
import type { IncomingMessage } from "node:http";
import { PlainResponse } from "./plain-response.js";

/**
 * Makes the request.
 * @param body all of it; none where nothing was sent
 * @param signal aborted when the caller hangs up
 */
export function incomingRequest(incoming: IncomingMessage, body: Buffer<ArrayBuffer>, signal: AbortSignal): Request {
  // It has all members of a Request, by itself or by the real one.
  return new IncomingRequest(incoming, body, signal) as unknown as Request;
}

/** What is left to the real one. */
const rare = ["cache", "credentials", "destination", "integrity", "keepalive", "mode", "redirect", "referrer"] as const;

class IncomingRequest {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal;
  readonly #rawHeaders: readonly string[];
  readonly #bytes: Buffer<ArrayBuffer>;
  #headers: Headers | undefined;
  #real: Request | undefined;
  /** True where the body has been read without the real one. */
  #isRead = false;

  static {
    // By this the runtime of mocks knows what to make in place of a Response: `plain-answer.ts` of the template set.
    Object.defineProperty(this.prototype, Symbol.for("openapi-exemplar.respond"), {
      value: (...answer: Parameters<typeof PlainResponse.of>) => PlainResponse.of(...answer),
    });
    for (const name of [...rare, "referrerPolicy", "duplex"] as const) {
      const get = function (this: IncomingRequest): unknown {
        return Reflect.get(this.#made(), name);
      };
      Object.defineProperty(this.prototype, name, { get });
    }
    for (const name of ["blob", "formData", "json", "text"] as const) {
      const value = async function (this: IncomingRequest): Promise<unknown> {
        return this.#unread()[name]();
      };
      Object.defineProperty(this.prototype, name, { value });
    }
    // So that it is an instance of it.
    Object.setPrototypeOf(this.prototype, Request.prototype);
  }

  constructor(incoming: IncomingMessage, body: Buffer<ArrayBuffer>, signal: AbortSignal) {
    const { method = "GET", url = "/", headers, rawHeaders } = incoming;
    this.method = method;
    this.url = urlOf(url, headers.host);
    this.signal = signal;
    this.#rawHeaders = rawHeaders;
    // Who serves the web's requests cannot be given it.
    this.#bytes = method === "GET" || method === "HEAD" ? Buffer.alloc(0) : body;
  }

  get headers(): Headers {
    this.#headers ??= headersOf(this.#rawHeaders);
    return this.#headers;
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.#made().body;
  }

  get bodyUsed(): boolean {
    return this.#isRead || (this.#real?.bodyUsed ?? false);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#real !== undefined) return this.#unread().arrayBuffer();
    this.#unused();
    this.#isRead = true;
    const { buffer, byteOffset, byteLength } = this.#bytes;
    return buffer.slice(byteOffset, byteOffset + byteLength);
  }

  clone(): Request {
    return this.#unread().clone();
  }

  #unused(): void {
    if (this.#isRead) throw new TypeError("Body is unusable: Body has already been read");
  }

  #unread(): Request {
    this.#unused();
    return this.#made();
  }

  #made(): Request {
    if (this.#real !== undefined) return this.#real;
    const { method, url, signal, headers } = this;
    const body = this.#bytes.byteLength > 0 ? { body: this.#bytes } : {};
    const real = new Request(url, { method, headers, ...body });
    // A signal that is given to the constructor is followed by another, which costs more than everything else here.
    this.#real = Object.defineProperty(real, "signal", { value: signal });
    return real;
  }
}

function headersOf(rawHeaders: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  return headers;
}

/** A host, and a path without segments of dots (which may be escaped), that a URL has as they are. */
const plainHost = /^[a-z\d][a-z\d.-]*(:\d+)?$/;
const plainTarget = /^\/(?:[\w~!$&()*+,;=:@-][\w~!$&()*+,;=:@%.-]*(?:\/|(?=\?|$)))*(?:\?[\w~!$&()*+,;=:@%./?-]*)?$/;

/** A target is a path, but for proxies a whole URL, and for OPTIONS a star (RFC 9112, section 3.2). */
function urlOf(target: string, host = "localhost"): string {
  if (plainHost.test(host) && !host.endsWith(":80") && plainTarget.test(target)) return `http://${host}${target}`;
  if (/^https?:/i.test(target) && URL.canParse(target)) return new URL(target).href;
  const base = URL.canParse(`http://${host}`) ? `http://${host}` : "http://localhost";
  // Two slashes at its beginning would name another host.
  return new URL(`${base}${target.startsWith("/") ? target : `/${target}`}`).href;
}
