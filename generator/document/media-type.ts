/** Media types: which kind of text or bytes a body is. RFC 9110, section 8.3.1, and RFC 6839 for suffixes. */

/** `application/json; charset=utf-8` without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** True for JSON and everything that ends in `+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type === "application/json" || type === "text/json" || type.endsWith("+json");
}

export function isFormMediaType(mediaType: string): boolean {
  return essence(mediaType) === "application/x-www-form-urlencoded";
}

export function isMultipartMediaType(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

/** True for what is text to people: `text/*`, XML, YAML. */
export function isTextMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type.startsWith("text/") || /[/+](xml|yaml|x-yaml)$/.test(type);
}
