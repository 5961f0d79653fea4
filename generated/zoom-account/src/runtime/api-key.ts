/** Security schemes of type apiKey. */
import type { Scheme } from "./client.js";
import { formText } from "./form-text.js";
import { setHeader } from "./headers.js";

/** A key in a header. */
export function headerKey(name: string): Scheme {
  return (draft, credential) => {
    setHeader(draft.headers, name, credential);
    draft.redirect = "manual";
  };
}

/** A key in the query. */
export function queryKey(name: string): Scheme {
  return (draft, credential) => {
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(credential).replaceAll("'", "%27")}`;
    draft.url += (draft.url.includes("?") ? "&" : "?") + pair;
  };
}

/** A key in a cookie. */
export function cookieKey(name: string): Scheme {
  return (draft, credential) => {
    const cookies = draft.headers.get("cookie");
    const pair = `${name}=${encodeURIComponent(credential)}`;
    setHeader(draft.headers, "cookie", cookies === null ? pair : `${cookies}; ${pair}`);
    draft.redirect = "manual";
  };
}

/** A key that is a field of a form body, and goes elsewhere where there is no such body. */
export function formKey(name: string, otherwise: Scheme): Scheme {
  return (draft, credential) => {
    const isForm = draft.headers.get("content-type") === "application/x-www-form-urlencoded";
    if (!isForm || typeof draft.body !== "string") {
      otherwise(draft, credential);
      return;
    }
    draft.body += `${draft.body && "&"}${formText(name, name)}=${formText(credential, name)}`;
    draft.redirect = "manual";
  };
}
