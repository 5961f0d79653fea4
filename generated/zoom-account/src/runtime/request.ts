/** Requests that the document does not have. */
import type { ApiPromise } from "./api-promise.js";
import type { Call, CallOptions, Client } from "./client.js";
import type { BodyValue } from "./draft.js";
import type { ReadBody } from "./read-json.js";

type QueryValue = string | number | boolean;

/** What a request that the document does not have is made of. */
export interface AnyRequest {
  /** Of a list, each item is sent with the name. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** Text, bytes, a Blob, FormData and streams as they are; objects and lists as JSON. */
  readonly body?: unknown;
}

/**
 * Sends a request that the document does not have, with the client's credentials, retries and errors.
 * @param security alternatives of credentials
 * @param path below the server's URL; what stands in it is sent as it is
 * @returns of JSON its value, else text; bytes are to be had from `response()`
 */
export function anyRequest(
  client: Client,
  security: NonNullable<Call["security"]>,
  method: string,
  path: string,
  { query = {}, body, ...options }: AnyRequest & CallOptions,
): ApiPromise<unknown> {
  const [template = ""] = path.split(/[?#]/);
  return client.send(
    {
      operation: `${method} ${template}`,
      method,
      path: template,
      accept: "application/json, */*;q=0.5",
      security,
      success: [],
      read: readAny,
      encode: () => {
        // Two slashes would be another host.
        if (!/^\/(?!\/)/.test(path)) throw new TypeError("a path begins with one slash");
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(query))
          for (const item of [value].flat()) if (item !== undefined) search.append(name, String(item));
        const isJson = typeof body === "object" && (body === null || isPlain(body));
        return {
          path,
          query: search.toString(),
          // What is not JSON, `fetch` takes.
          body: isJson ? JSON.stringify(body) : (body as BodyValue | undefined),
          contentType: isJson ? "application/json" : undefined,
        };
      },
    },
    options,
  );
}

const readAny: ReadBody = (bytes) => {
  const text = new TextDecoder().decode(bytes);
  try {
    return text ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return text;
  }
};

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || prototype === Object.prototype;
}
