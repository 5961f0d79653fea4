/** Lets pages of any origin use the mock. https://fetch.spec.whatwg.org/#http-cors-protocol */

/** Adds what browsers ask of the answer to a page of another origin; nobody else sends one. */
export function allowOrigin(request: Request, headers: Headers): void {
  const origin = request.headers.get("origin");
  if (origin === null) return;
  headers.set("access-control-allow-origin", origin);
  headers.append("vary", "origin");
  headers.set("access-control-allow-credentials", "true");
  // With credentials, a star stands for nothing.
  const own: string[] = [];
  headers.forEach((_, name) => own.push(name));
  headers.set("access-control-expose-headers", own.filter((name) => !name.startsWith("access-control-")).join(", "));
}

/** Whether a browser asks what it may send. */
export function isPreflight(request: Request): boolean {
  const { headers, method } = request;
  return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}

/** What it may send: all that it wants, by the methods that there are. */
export function preflightHeaders(request: Request, methods: string): Readonly<Record<string, string>> {
  const wanted = request.headers.get("access-control-request-headers");
  return {
    "access-control-allow-methods": methods,
    ...(wanted !== null && { "access-control-allow-headers": wanted }),
    ...(request.headers.get("access-control-request-private-network") === "true" && {
      "access-control-allow-private-network": "true",
    }),
    "access-control-max-age": "600",
  };
}
