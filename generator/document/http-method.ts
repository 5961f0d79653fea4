/** Methods as they are sent. */
import type { HttpMethod } from "./normal-document.js";
import { methods } from "./openapi-structure.js";

/** `GET` for `get`; an additional method of 3.2 as it is, since methods tell case (RFC 9110, section 9.1). */
export function sentMethod(method: HttpMethod): string {
  return methods.some((name) => name === method) ? method.toUpperCase() : method;
}

/** True for a method that `fetch` refuses to send. https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: HttpMethod): boolean {
  return ["CONNECT", "TRACE", "TRACK"].includes(method.toUpperCase());
}
