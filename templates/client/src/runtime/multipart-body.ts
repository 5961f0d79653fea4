/** Parts as a request body: multipart of our own writing, or the platform's FormData. */
import { FieldError } from "./field-error.js";
import { isStream, type Part } from "./multipart.js";

export interface MultipartBody {
  /** A Blob, which knows its length and can be sent again; a stream, which can be neither, if a part is one. */
  readonly body: Blob | ReadableStream<Uint8Array>;
  /** With the boundary. */
  readonly contentType: string;
}

/**
 * Writes parts in their order. Whatever the media type, their names stand where a form has them: no other place is known
 * to servers. Contents of files are not copied, and text arrives as it is: its line breaks are not made
 * CRLF, as FormData makes them. Escapes of names are HTML's.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 * @param type the media type, without a boundary
 * @throws FieldError for a media type or a header that cannot be written
 */
export function multipartBody(parts: readonly Part[], type = "multipart/form-data"): MultipartBody {
  const boundary = newBoundary();
  const contentType = `${type}; boundary=${boundary}`;
  const segments: (Blob | ReadableStream<Uint8Array>)[] = [];
  let pieces: (string | Blob)[] = [];
  // Gathered: a Blob is sent piece by piece.
  let text = "";
  for (const part of parts) {
    text += `--${boundary}\r\n${partHead(part)}\r\n`;
    if (typeof part.data === "string") text += part.data;
    else {
      pieces.push(text);
      text = "";
      if (isStream(part.data)) {
        segments.push(new Blob(pieces), part.data);
        pieces = [];
      } else pieces.push(part.data);
    }
    text += "\r\n";
  }
  pieces.push(`${text}--${boundary}--\r\n`);
  const last = new Blob(pieces, { type: contentType });
  return { body: segments.length > 0 ? concatenate([...segments, last]) : last, contentType };
}

/**
 * The same fields as FormData. It makes a file called `blob` of text that has a media type (JSON among it), and it cannot
 * carry headers of a part, which are left out.
 * @throws FieldError for a stream, and for what `multipartBody` refuses
 */
export function formDataOf(parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const part of parts) {
    const { name, data, filename, type = "text/plain" } = part;
    partHead(part);
    if (isStream(data))
      throw new FieldError(name, "is a stream, which FormData cannot carry: call the operation, which sends it");
    if (typeof data !== "string") form.append(name, data.slice(0, data.size, type), filename ?? "blob");
    else if (filename === undefined && /^text\/plain *(;|$)/i.test(type)) form.append(name, data);
    else form.append(name, new Blob([data], { type }), filename ?? "blob");
  }
  return form;
}

/**
 * The head of a part, each line with its end.
 * @throws FieldError for what would begin another line, or is no header
 */
function partHead({ name, filename, type, headers = {} }: Part): string {
  const file = filename === undefined ? "" : `; filename="${escapeName(filename)}"`;
  let head = `Content-Disposition: form-data; name="${escapeName(name)}"${file}\r\n`;
  const add = (header: string, value: string) => {
    if (/[\0-\x08\n-\x1f\x7f]/.test(value)) throw new FieldError(name, `has control characters in its ${header}`);
    head += `${header}: ${value}\r\n`;
  };
  if (type !== undefined) add("Content-Type", type);
  for (const [header, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    // https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header) || /^content-(disposition|type)$/i.test(header))
      throw new FieldError(name, `cannot have the header ${JSON.stringify(header)}`);
    add(header, value);
  }
  return head;
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#escape-a-multipart-form-data-name */
function escapeName(name: string): string {
  return name.replace(/"/g, "%22").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/**
 * Not of Math.random: who has seen some of its numbers knows the next, and could write a part inside another's text.
 * Lower case, because the type of a Blob is.
 */
function newBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `exemplar-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** One after the other, each opened when the one before is at its end, and read no faster than the result. */
function concatenate(segments: readonly (Blob | ReadableStream<Uint8Array>)[]): ReadableStream<Uint8Array> {
  const waiting = segments.map((segment) => (segment instanceof Blob ? () => segment.stream() : () => segment));
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const cancel = async (reason: unknown): Promise<void> => {
    const rest = waiting.splice(0).map((open) => open().cancel(reason));
    await Promise.all([reader?.cancel(reason), ...rest]);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          for (;;) {
            reader ??= waiting.shift()?.().getReader();
            if (reader === undefined) {
              controller.close();
              return;
            }
            const { done, value } = await reader.read();
            if (!done) {
              controller.enqueue(value);
              return;
            }
            reader = undefined;
          }
        } catch (error) {
          // The others would stay open; what they say to it is of no use.
          cancel(error).catch(() => undefined);
          throw error;
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
