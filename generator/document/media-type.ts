/** Media types: which kind of text or bytes a body is. RFC 9110, section 8.3.1, and RFC 6839 for suffixes. */

/** `application/json; charset=utf-8` without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** True for a media type or a range of them (RFC 9110, sections 8.3.1 and 12.5.1), whose parameters a header can have. */
export function isMediaType(text: string): boolean {
  return /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;[\t\x20-\x7e]*)?$/.test(text);
}

/** True for a range: `*\/*`, `image/*`, and `application/*+json` as people write it. */
export function isMediaRange(mediaType: string): boolean {
  return essence(mediaType).includes("*");
}

/**
 * What tells media types apart: the type and its parameters in lower case, without those that say how the bytes of a body
 * are to be read (`charset`, `boundary`).
 */
export function mediaTypeKey(mediaType: string): string {
  const [, ...parameters] = mediaType.split(";").map((part) =>
    part
      .trim()
      .replace(/\s*=\s*/, "=")
      .toLowerCase(),
  );
  return [essence(mediaType), ...parameters.filter((each) => each !== "" && !/^(charset|boundary)=/.test(each))].join(
    "; ",
  );
}

/** True for JSON and everything that ends in `+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return /^(application|text)\/(x-)?json$/.test(type) || type.endsWith("+json");
}

export function isFormMediaType(mediaType: string): boolean {
  return essence(mediaType) === "application/x-www-form-urlencoded";
}

export function isMultipartMediaType(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

/** True for `multipart/form-data`, and for the range, which it stands for. */
export function isMultipartForm(mediaType: string): boolean {
  return /^multipart\/(form-data|\*)$/.test(essence(mediaType));
}

/** A multipart media type as it is sent, for want of its boundary, which belongs to one body. */
export function multipartType(mediaType: string): string {
  if (isMultipartForm(mediaType)) return "multipart/form-data";
  const parameters = mediaType.split(";").slice(1);
  const others = parameters.map((each) => each.trim()).filter((each) => each !== "" && !/^boundary\s*=/i.test(each));
  return [essence(mediaType), ...others].join("; ");
}

/**
 * How a stream of values is written: a JSON text in each line (NDJSON, JSON Lines), JSON texts that begin with a record
 * separator (RFC 7464, RFC 8091), server-sent events.
 */
export type StreamFormat = "lines" | "sequence" | "events";

/** The names that JSON Lines goes by: none of them is registered. */
const jsonLines = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines)$/;

/** How the values of a stream are written; null where a body is one value. OpenAPI 3.2 calls these sequential media types. */
export function streamFormat(mediaType: string): StreamFormat | null {
  const type = essence(mediaType);
  if (type === "text/event-stream") return "events";
  if (/^application\/(.+\+)?json-seq$/.test(type)) return "sequence";
  return jsonLines.test(type) ? "lines" : null;
}

/** True for XML and everything that ends in `+xml`. */
export function isXmlMediaType(mediaType: string): boolean {
  return /^(application|text)\/xml$|\+xml$/.test(essence(mediaType));
}

/** True for what is text to people: `text/*`, XML, YAML. */
export function isTextMediaType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type.startsWith("text/") || /[/+](xml|yaml|x-yaml)$/.test(type);
}
