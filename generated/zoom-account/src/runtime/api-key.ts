/** Security schemes of type apiKey. */
import type { Draft, Scheme } from "./client.js";
import { formText } from "./form-text.js";

/** A key in a header. */
export function headerKey(name: string): Scheme {
  return (draft, credential) => {
    draft.headers.set(name, credential);
  };
}

/** A key in the query. */
export function queryKey(name: string): Scheme {
  return (draft, credential) => {
    draft.url += `${draft.url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(credential)}`;
  };
}

/** A key in a cookie. */
export function cookieKey(name: string): Scheme {
  return (draft, credential) => {
    const cookies = draft.headers.get("cookie");
    draft.headers.set("cookie", `${cookies === null ? "" : `${cookies}; `}${name}=${encodeURIComponent(credential)}`);
  };
}

/** A key that is a field of a form body, and goes elsewhere where there is no such body. */
export function formKey(name: string, otherwise: Scheme): Scheme {
  return (draft: Draft, credential: string) => {
    const isForm =
      draft.headers.get("content-type") === "application/x-www-form-urlencoded" && typeof draft.body === "string";
    if (!isForm) {
      otherwise(draft, credential);
      return;
    }
    const field = `${formText(name, name)}=${formText(credential, name)}`;
    draft.body = draft.body === "" ? field : `${String(draft.body)}&${field}`;
  };
}
