/** Reading multipart bodies back, and streams to put into them. */
import { multipartBody } from "../../templates/client/src/runtime/multipart-body.js";
import type { Part } from "../../templates/client/src/runtime/multipart.js";

/** What is sent, with the boundary as `B` and each line break as `|`. */
export async function wire(...parts: Part[]): Promise<string> {
  const { body, contentType } = multipartBody(parts);
  const [, boundary = "none"] = contentType.split("boundary=");
  return (await new Response(body).text()).replaceAll(boundary, "B").replaceAll("\r\n", "|");
}

/** The parts as the platform reads them: text, or the file's name, type and bytes. */
export async function readBody(...parts: Part[]): Promise<unknown[]> {
  const { body, contentType } = multipartBody(parts);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- for large bodies; here it is the platform's word
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === "string"
        ? [name, value]
        : [name, value.name, value.type, Buffer.from(await value.arrayBuffer()).toString("hex")],
    ),
  );
}

/** A stream of these chunks. */
export function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
