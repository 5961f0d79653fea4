/** Security schemes of type apiKey. */
import type { Scheme } from "./draft.js";
import { formText } from "./form-text.js";
import { setHeaders } from "./headers.js";
import { guard } from "./redirects.js";

/** A key in a header. */
export function headerKey(name: string): Scheme {
  return (draft, credential) => {
    if (credential !== null) setHeaders(draft, { [name]: credential });
    guard(draft, name);
  };
}

/** A key in the query. */
export function queryKey(name: string): Scheme {
  return (draft, credential) => {
    draft.secrets.add(name);
    if (credential === null) return;
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(credential).replaceAll("'", "%27")}`;
    draft.url += (draft.url.includes("?") ? "&" : "?") + pair;
  };
}

/** A key in a cookie. */
export function cookieKey(name: string): Scheme {
  return (draft, credential) => {
    guard(draft, "cookie");
    if (credential === null) return;
    const cookies = draft.headers.get("cookie");
    const pair = `${name}=${encodeURIComponent(credential)}`;
    setHeaders(draft, { cookie: cookies === null ? pair : `${cookies}; ${pair}` });
  };
}

/** A key that is a field of a form body, and goes elsewhere where there is no such body. */
export function formKey(name: string, otherwise: Scheme): Scheme {
  return (draft, credential, context) => {
    const isForm = draft.headers.get("content-type") === "application/x-www-form-urlencoded";
    if (!isForm || typeof draft.body !== "string") return otherwise(draft, credential, context);
    guard(draft, name);
    if (credential === null) return;
    draft.body += `${draft.body && "&"}${formText(name, name)}=${formText(credential, name)}`;
  };
}
