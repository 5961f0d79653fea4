/**
 * The `Response` of an answer that is known as a whole. A real one, with the stream of its body, costs more than all that a
 * mock does: it is made where somebody asks for more than what is sent.
 */
export class PlainResponse {
  readonly status: number;
  /** What is sent, as it was given. */
  readonly plain: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array<ArrayBuffer> | null };
  #real: Response | undefined;

  static {
    const rare = ["body", "bodyUsed", "headers", "ok", "redirected", "statusText", "type", "url"] as const;
    for (const name of rare) {
      const get = function (this: PlainResponse): unknown {
        return Reflect.get(this.#made(), name);
      };
      Object.defineProperty(this.prototype, name, { get });
    }
    for (const name of ["arrayBuffer", "blob", "clone", "formData", "json", "text"] as const) {
      const value = function (this: PlainResponse): unknown {
        return this.#made()[name]();
      };
      Object.defineProperty(this.prototype, name, { value });
    }
    // So that it is an instance of it.
    Object.setPrototypeOf(this.prototype, Response.prototype);
  }

  private constructor(status: number, plain: PlainResponse["plain"]) {
    this.status = status;
    this.plain = plain;
  }

  /** Makes one; it has all members of a Response, by itself or by the real one. */
  static of(
    body: Uint8Array<ArrayBuffer> | null,
    { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  ): Response {
    return new PlainResponse(status, { headers, body }) as Partial<Response> as Response;
  }

  /** What is sent of a response; null of one that is real, or has become real, so that it may have changed. */
  static plainOf(response: Response): PlainResponse["plain"] | null {
    const own: unknown = response;
    return own instanceof PlainResponse && own.#real === undefined ? own.plain : null;
  }

  #made(): Response {
    const { headers, body } = this.plain;
    this.#real ??= new Response(body, { status: this.status, headers });
    return this.#real;
  }
}
