/** Security schemes that use the Authorization header, which `fetch` itself takes to no other origin. */
import type { Scheme } from "./client.js";
import { setHeader } from "./headers.js";

/** Any scheme of HTTP authentication whose credential the caller has ready. RFC 9110, section 11.6.2. */
export function authorization(scheme: string): Scheme {
  return (draft, credential) => {
    setHeader(draft.headers, "authorization", `${scheme} ${credential}`);
  };
}

/** A token: HTTP bearer, OAuth 2 and OpenID Connect. RFC 6750, section 2.1. */
export function bearer(): Scheme {
  return (draft, credential) => {
    setHeader(draft.headers, "authorization", `Bearer ${credential}`);
  };
}

/** `user:password`, sent as UTF-8. RFC 7617. */
export function basic(): Scheme {
  return (draft, credential) => {
    const bytes = new TextEncoder().encode(credential);
    setHeader(draft.headers, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  };
}
