/** Parameters in paths, queries, headers and cookies. https://spec.openapis.org/oas/v3.1.1.html#style-values */

type Scalar = string | number | boolean | bigint | Date;

/** A parameter's value in the path, with the `.` or `;name=` of its style. */
export function pathParameter(name: string, value: unknown, style: string, explode: boolean): string {
  const separator = style === "label" ? "." : style === "matrix" ? ";" : ",";
  const encode = (item: unknown) => encodeText(scalarText(item, name));
  const key = encodeText(name);
  const parts = partsOf(value, encode, explode, style === "matrix" && explode ? `${key}=` : "");
  const text = parts.join(explode ? separator : ",");
  // RFC 6570, section 3.2.7: no equals sign where there is no value.
  if (style === "matrix") return `;${explode && text !== "" ? text : `${key}=${text}`}`.replace(/=$/, "");
  const segment = style === "label" ? `.${text}` : text;
  // URL parsers take these for steps between folders.
  if (segment === "" || segment === ".." || text === ".")
    throw new TypeError(`the path parameter "${name}" must not be ${JSON.stringify(text)}`);
  return segment;
}

/** `name=value` pairs of a query, joined by `&`; an empty string where there is nothing to send. */
export function queryParameter(name: string, value: unknown, style: string, explode: boolean): string {
  if (value === undefined || value === null) return "";
  const encode = (item: unknown) => encodeText(scalarText(item, name));
  const key = encodeText(name);
  if (style === "deepObject" && isRecord(value)) return deepPairs(key, value, encode).join("&");
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
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new TypeError(`the header "${name}" has a value that cannot be sent`);
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

/** Pairs of an object, as deep as it goes: `name[key][0]=text`. */
function deepPairs(key: string, value: unknown, encode: (item: unknown) => string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) && !isRecord(value)) return [`${key}=${encode(value)}`];
  return Object.entries(value).flatMap(([name, item]) => deepPairs(`${key}%5B${encodeText(name)}%5D`, item, encode));
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
function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
