/** Splits a multipart/form-data body, byte by byte, and refuses what RFC 7578 and WHATWG's encoding do not write. */
import { Buffer } from "node:buffer";

export interface Part {
  readonly name: string;
  /** Null where the part has none; so is `contentType`. */
  readonly filename: string | null;
  readonly contentType: string | null;
  readonly content: Buffer;
}

/** What `fetch` takes as a body; its name is one that only some libraries of types have. */
type Body = NonNullable<ConstructorParameters<typeof Response>[0]>;

/** A body as it goes over the wire: its bytes, and its parts in order. */
export interface MultipartBody {
  readonly raw: string;
  readonly parts: readonly Part[];
}

/**
 * Reads what `fetch` was given.
 * @param contentType the header of the request; null where the platform derives it from the body
 * @throws Error for a body that is no multipart/form-data
 */
export async function readMultipart(body: Body, contentType: string | null): Promise<MultipartBody> {
  const response = new Response(body, contentType === null ? {} : { headers: { "content-type": contentType } });
  const type = response.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data; ?boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i.exec(type)?.[2];
  if (boundary === undefined) throw new Error(`no boundary in ${JSON.stringify(type)}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { raw: bytes.toString("utf8"), parts: splitParts(bytes.toString("latin1"), boundary) };
}

/** @param text one character a byte */
function splitParts(text: string, boundary: string): readonly Part[] {
  const [preamble, ...sections] = `\r\n${text}`.split(`\r\n--${boundary}`);
  const end = sections.pop();
  if (preamble !== "" || (end !== "--\r\n" && end !== "--")) throw new Error("the body has no clean start or end");
  return sections.map((section) => {
    const split = section.indexOf("\r\n\r\n");
    if (!section.startsWith("\r\n") || split < 0) throw new Error("a part without a clean head");
    const head = readHead(utf8(section.slice(2, split)));
    return { ...head, content: Buffer.from(section.slice(split + 4), "latin1") };
  });
}

function readHead(head: string): Omit<Part, "content"> {
  let disposition: RegExpExecArray | null = null;
  let contentType: string | null = null;
  for (const line of head.split("\r\n")) {
    const [, header = "", value = ""] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    if (/^content-disposition$/i.test(header))
      disposition = /^form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)")?$/.exec(value);
    else if (/^content-type$/i.test(header)) contentType = value;
    else throw new Error(`unexpected header ${JSON.stringify(line)}`);
  }
  const name = disposition?.[1];
  if (name === undefined) throw new Error(`no name in ${JSON.stringify(head)}`);
  const filename = disposition?.[2];
  return { name: unescape(name), filename: filename === undefined ? null : unescape(filename), contentType };
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function unescape(name: string): string {
  return name.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%22", '"');
}

function utf8(bytes: string): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(bytes, "latin1"));
}
