/** Names of headers: which can be sent, and by whom. */

/** True for a token of RFC 9110, section 5.6.2: what a header, or a method, may be called. */
export function isToken(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(name);
}

/** Headers that the rest of the document describes. https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema */
const described = new Set(["accept", "content-type", "authorization"]);

export function isDescribedHeader(name: string): boolean {
  return described.has(name.toLowerCase());
}

const forbidden = new Set(
  (
    "accept-charset accept-encoding access-control-request-headers access-control-request-method " +
    "access-control-request-private-network connection content-length cookie cookie2 date dnt expect host keep-alive " +
    "origin referer set-cookie te trailer transfer-encoding upgrade via"
  ).split(" "),
);

/** True for what belongs to the platform. https://fetch.spec.whatwg.org/#forbidden-request-header */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || lower.startsWith("proxy-") || lower.startsWith("sec-");
}
