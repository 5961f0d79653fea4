/** Multipart parsers that we did not write read what generated code sends: undici's `formData()`, and busboy. */
import { Buffer } from "node:buffer";
import busboy from "busboy";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller, type SentRequest } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import "./seed.js";
import { documentOf } from "./serialisation-case.js";

const text = { type: "string" };
const binary = { type: "string", format: "binary" };
const schema = {
  type: "object",
  properties: {
    title: text,
    count: { type: "number" },
    tags: { type: "array", items: text },
    meta: { type: "object", properties: { a: text, b: { type: "array", items: { type: "number" } } } },
    file: binary,
    more: { type: "array", items: binary },
  },
};
const requestBody = { required: true, content: { "multipart/form-data": { schema } } };
const responses = { 204: { description: "Done" } };
const document = documentOf("3.0", { "/upload": { post: { operationId: "upload", requestBody, responses } } });

describe("multipart", () => {
  let generated: GeneratedPackage | undefined;
  let send: (body: object) => Promise<SentRequest> = () => Promise.reject(new Error("not generated"));

  beforeAll(async () => {
    generated = await generatePackage(document);
    const call = await createCaller(generated);
    send = async (body) => {
      const outcome = await call("upload", { body });
      if ("error" in outcome) throw outcome.error;
      return outcome.sent;
    };
  });
  afterAll(async () => {
    await generated?.remove();
  });

  const file = fc
    .tuple(
      fc.constantFrom("a.txt", 'ü "x".bin', "数 据.csv"),
      fc.constantFrom("text/csv", "image/png"),
      fc.uint8Array({ maxLength: 40 }),
    )
    .map(([name, type, bytes]) => new File([new Uint8Array(bytes)], name, { type }));
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 10 }),
    fc.constantFrom("", " ", "a\r\nb", "--boundary", "é😀", '"quoted"'),
  );
  const body = fc.record(
    {
      title: line,
      count: fc.integer(),
      tags: fc.array(line, { minLength: 1, maxLength: 3 }),
      meta: fc.record({ a: line, b: fc.array(fc.integer()) }),
      file,
      more: fc.array(file, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["title"] },
  );
  interface Upload {
    readonly title?: string;
    readonly count?: number;
    readonly tags?: readonly string[];
    readonly meta?: object;
    readonly file?: File;
    readonly more?: readonly File[];
  }

  /** Parts as both parsers should see them: files as name, type and bytes; anything else as text. */
  async function partsOf(value: Upload): Promise<readonly unknown[]> {
    const { title, count, tags = [], meta, file: single, more = [] } = value;
    const parts: unknown[] = [];
    if (title !== undefined) parts.push(["title", title]);
    if (count !== undefined) parts.push(["count", String(count)]);
    for (const tag of tags) parts.push(["tags", tag]);
    if (meta !== undefined) parts.push(["meta", meta]);
    if (single !== undefined) parts.push(["file", await fileOf(single)]);
    for (const each of more) parts.push(["more", await fileOf(each)]);
    return parts;
  }

  async function fileOf(given: Pick<File, "name" | "type" | "arrayBuffer">): Promise<readonly string[]> {
    return [given.name, given.type, Buffer.from(await given.arrayBuffer()).toString("hex")];
  }

  it("is read by undici's formData()", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const sent = await send(value);
        const response = new Response(sent.body, headersOf(sent));
        const found: unknown[] = [];
        // Marked as deprecated for servers: its parser has no limits.
        const reader: { readonly formData: () => Promise<FormData> } = response;
        for (const [name, entry] of await reader.formData()) {
          const isText = typeof entry === "string";
          if (name === "meta") found.push([name, JSON.parse(isText ? entry : await entry.text()) as unknown]);
          else found.push([name, isText ? entry : await fileOf(entry)]);
        }
        expect(found).toEqual(await partsOf(value));
      }),
      { numRuns: 40 },
    );
  });

  it("is read by busboy", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const sent = await send(value);
        const response = new Response(sent.body, headersOf(sent));
        const type = response.headers.get("content-type") ?? "";
        const found = await readWithBusboy(type, Buffer.from(await response.arrayBuffer()));
        // It does not undo the `%22` that WHATWG and RFC 7578 write for a quote in a file name.
        const expected = JSON.stringify(await partsOf(value)).replaceAll('\\"x\\"', "%22x%22");
        expect(found).toEqual(JSON.parse(expected));
      }),
      { numRuns: 40 },
    );
  });

  function headersOf({ headers }: SentRequest): ResponseInit {
    const type = headers.get("content-type");
    return type === null ? {} : { headers: { "content-type": type } };
  }

  async function readWithBusboy(type: string, bytes: Buffer): Promise<readonly unknown[]> {
    const parser = busboy({ headers: { "content-type": type }, defParamCharset: "utf8" });
    const found: unknown[] = [];
    const add = (name: string, given: unknown, isJson: boolean) =>
      found.push([name, isJson ? (JSON.parse(String(given)) as unknown) : given]);
    await new Promise((resolve, reject) => {
      parser.on("field", (name, given, { mimeType }) => {
        add(name, given, mimeType === "application/json");
      });
      parser.on("file", (name, stream, { filename, mimeType }) => {
        const chunks: Buffer[] = [];
        const at = found.push(null) - 1;
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const content = Buffer.concat(chunks);
          found[at] =
            mimeType === "application/json"
              ? [name, JSON.parse(content.toString("utf8")) as unknown]
              : [name, [filename, mimeType, content.toString("hex")]];
        });
      });
      parser.on("close", resolve);
      parser.on("error", reject);
      parser.end(bytes);
    });
    return found;
  }
});
