/** Parameters in paths, queries, headers and cookies. https://spec.openapis.org/oas/v3.1.1.html#style-values */

type Scalar = string | number | boolean | bigint | Date;

/** A parameter's value in the path. */
export function pathParameter(name: string, value: unknown, style: string, explode: boolean): string {
  const separator = style === "label" ? "." : style === "matrix" ? ";" : ",";
  const encode = (item: unknown) => encodeURIComponent(scalarText(item, name));
  const parts = partsOf(value, encode, explode, style === "matrix" && explode ? `${name}=` : "");
  const text = parts.join(explode ? separator : ",");
  if (text === "" || text === "." || text === "..")
    throw new TypeError(`the path parameter "${name}" must not be ${JSON.stringify(text)}`);
  if (style === "label") return `.${text}`;
  if (style === "matrix") return explode ? `;${text}` : `;${name}=${text}`;
  return text;
}

/** `name=value` pairs of a query, joined by `&`; an empty string where there is nothing to send. */
export function queryParameter(name: string, value: unknown, style: string, explode: boolean): string {
  if (value === undefined || value === null) return "";
  const encode = (item: unknown) => encodeQuery(scalarText(item, name));
  const key = encodeQuery(name);
  if (style === "deepObject" && isRecord(value)) {
    const pairs = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    return pairs.map(([property, item]) => `${key}%5B${encodeQuery(property)}%5D=${encode(item)}`).join("&");
  }
  if (explode) {
    const prefix = Array.isArray(value) ? `${key}=` : "";
    if (!Array.isArray(value) && !isRecord(value)) return `${key}=${encode(value)}`;
    return partsOf(value, encode, true, prefix).join("&");
  }
  const separator = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  const parts = partsOf(value, encode, false, "");
  return parts.length === 0 && typeof value === "object" ? "" : `${key}=${parts.join(separator)}`;
}

/** A header's value, or undefined where there is nothing to send. */
export function headerParameter(name: string, value: unknown, explode: boolean): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = partsOf(value, (item) => scalarText(item, name), explode, "").join(",");
  if (/[\0\r\n]/.test(text)) throw new TypeError(`the header "${name}" must not have line breaks`);
  return text;
}

/** `name=value` pairs of the Cookie header. */
export function cookieParameter(name: string, value: unknown, explode: boolean): string {
  return queryParameter(name, value, "form", explode).replaceAll("&", "; ");
}

/** JSON text of a parameter with `content`. */
export function jsonParameter(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** Parts with something in them, joined: queries by `&`, cookies by `; `. */
export function joinParts(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** A list's items; an object's keys and values, as pairs or one after the other; a scalar alone. */
function partsOf(
  value: unknown,
  encode: (item: unknown) => string,
  explode: boolean,
  prefix: string,
): readonly string[] {
  if (Array.isArray(value))
    return value.filter((item) => item !== undefined && item !== null).map((item) => prefix + encode(item));
  if (!isRecord(value)) return [prefix + encode(value)];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return entries.flatMap(([key, item]) => (explode ? [`${encode(key)}=${encode(item)}`] : [encode(key), encode(item)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function scalarText(value: unknown, name: string): string {
  if (value instanceof Date) return value.toISOString();
  const isScalar =
    typeof value === "string" ||
    typeof value === "boolean" ||
    typeof value === "bigint" ||
    (typeof value === "number" && Number.isFinite(value));
  if (!isScalar) throw new TypeError(`the parameter "${name}" cannot be sent as text`);
  return String(value satisfies Scalar).replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** RFC 3986 leaves only its unreserved characters; encodeURIComponent leaves five more. */
function encodeQuery(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
