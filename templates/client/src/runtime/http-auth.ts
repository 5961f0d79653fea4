/** Security schemes that use the Authorization header, which `fetch` itself takes to no other origin. */
import type { Draft, Scheme } from "./draft.js";
import { setHeaders } from "./headers.js";

/** A user with a password: `user:password` as one text, or the two. */
export type BasicCredential = string | { readonly username: string; readonly password: string };

/** Any scheme of HTTP authentication whose credential the caller has ready. RFC 9110, section 11.6.2. */
export function authorization(scheme: string): Scheme {
  return (draft, credential) => {
    setAuthorization(draft, credential === null ? null : `${scheme} ${credential}`);
  };
}

/** A token: HTTP bearer, OAuth 2 and OpenID Connect. RFC 6750, section 2.1. */
export function bearer(): Scheme {
  return authorization("Bearer");
}

/** User and password, sent as UTF-8. RFC 7617. */
export function basic(): Scheme<BasicCredential> {
  return (draft, credential) => {
    setAuthorization(draft, credential === null ? null : basicText(credential));
  };
}

/** The value of the header. */
export function basicText(credential: BasicCredential): string {
  const pair = typeof credential === "string" ? credential : `${credential.username}:${credential.password}`;
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(pair)))}`;
}

function setAuthorization(draft: Draft, value: string | null): void {
  if (value !== null) setHeaders(draft, { authorization: value });
  draft.secrets.add("authorization");
}
