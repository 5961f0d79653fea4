/** URLs of documents that do not say on which host their server is. */
import type { ClientSetup } from "./client.js";

/** Refuses a URL without a host, unless the caller has a `fetch` of its own, or a page or worker a location. */
export const requireHost: NonNullable<ClientSetup["check"]> = (url, fetch) => {
  if (!fetch && !("location" in globalThis) && !/^\w+:/.test(url))
    throw new TypeError("the server's URL has no host: pass baseUrl");
};
