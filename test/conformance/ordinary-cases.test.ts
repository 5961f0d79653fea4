/**
 * Fifty-three ordinary operations, each called through generated code: what arrives at a server's socket, byte by byte.
 * https://spec.openapis.org/oas/v3.0.4.html#style-values, https://spec.openapis.org/oas/v3.0.4.html#encoding-object
 */
import { Buffer } from "node:buffer";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { parse } from "yaml";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "../../generator/document/json.js";
import { functionOf } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { type Part, readMultipart } from "./multipart-parts.js";

/** As it arrived: neither the URL nor the headers nor the body have been read by anything. */
interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case, as HTTP reads them; one entry a line. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

type FormCase = readonly [operation: string, body: object, sent: string];
type ColorCase = readonly [operation: string, color: unknown, sent: string];
type HeaderCase = readonly [operation: string, input: object, sent: readonly [name: string, value: string]];
type MultipartCase = readonly [operation: string, body: object, sent: readonly object[]];

const day = new Date("2020-01-02T03:04:05Z");
const address = { street: "1 A", zip: "9+1" };
const color = { R: 100, G: 200 };

/** Space is `+` where the document gives no style (WHATWG), `%20` where it does (RFC 3986); see docs/forms.md. */
const forms: readonly FormCase[] = [
  ["fArrDefault", { tags: ["a b", "c&d"] }, "tags=a+b&tags=c%26d"],
  ["fArrNoExplode", { tags: ["blue", "black"] }, "tags=blue,black"],
  ["fArrNoExplodeComma", { tags: ["blue", "c,d"] }, "tags=blue,c%2Cd"],
  ["fObjDefault", { addr: address }, "addr=%7B%22street%22%3A%221+A%22%2C%22zip%22%3A%229%2B1%22%7D"],
  ["fObjFormExplode", { addr: address }, "street=1%20A&zip=9%2B1"],
  ["fDeep", { addr: address }, "addr%5Bstreet%5D=1%20A&addr%5Bzip%5D=9%2B1"],
  ["fDeep2", { addr: { geo: { lat: 1, lng: 2 } } }, "addr%5Bgeo%5D%5Blat%5D=1&addr%5Bgeo%5D%5Blng%5D=2"],
  ["fDeepArr", { addr: { lines: ["x", "y"] } }, "addr%5Blines%5D%5B0%5D=x&addr%5Blines%5D%5B1%5D=y"],
  ["fJson", { meta: { k: "v w", n: 1 } }, "meta=%7B%22k%22%3A%22v+w%22%2C%22n%22%3A1%7D"],
  ["fDate", { at: day }, "at=2020-01-02T03%3A04%3A05.000Z"],
  ["fScalars", { n: 42, b: false }, "n=42&b=false"],
  ["fEmpty", { s: "" }, "s="],
  ["fEmptyArr", { tags: [], s: "x" }, "s=x"],
  ["fNull", { s: null, t: "x" }, "t=x"],
  ["fUndef", { s: undefined, t: "x" }, "t=x"],
  ["fReserved", { "a[b]&c=d": "e f", "$x.y-z": "1" }, "a%5Bb%5D%26c%3Dd=e+f&%24x.y-z=1"],
  ["fSpace", { tags: ["blue", "black"] }, "tags=blue%20black"],
  ["fPipe", { tags: ["blue", "black"] }, "tags=blue%7Cblack"],
];

/** What is as right for these forms, with fewer or other escapes: it must read the same. */
const escapedLess: ReadonlyMap<string, string> = new Map([
  ["fObjFormExplode", "street=1+A&zip=9%2B1"],
  ["fDeep", "addr[street]=1+A&addr[zip]=9%2B1"],
  ["fDeep2", "addr[geo][lat]=1&addr[geo][lng]=2"],
  ["fDeepArr", "addr[lines][0]=x&addr[lines][1]=y"],
]);

const queries: readonly ColorCase[] = [
  ["qArr", ["blue", "b&k"], "color=blue&color=b%26k"],
  ["qArrDefault", ["blue", "b&k"], "color=blue&color=b%26k"],
  ["qArrNo", ["blue", "black"], "color=blue,black"],
  ["qArrNoComma", ["blue", "c,d"], "color=blue,c%2Cd"],
  ["qObj", color, "R=100&G=200"],
  ["qObjNo", color, "color=R,100,G,200"],
  ["qDeep", color, "color%5BR%5D=100&color%5BG%5D=200"],
  ["qSpace", ["blue", "black"], "color=blue%20black"],
  ["qPipe", ["blue", "black"], "color=blue%7Cblack"],
  ["qReserved", "/a:b?c;d,e", "color=/a:b?c;d,e"],
  ["qNoReserved", "/a:b?c;d,e&f", "color=%2Fa%3Ab%3Fc%3Bd%2Ce%26f"],
  ["qDate", day, "color=2020-01-02T03%3A04%3A05.000Z"],
  ["qScalars", false, "color=false"],
];

const paths: readonly ColorCase[] = [
  ["pSimple", "a/b c", "a%2Fb%20c"],
  ["pSimpleArr", ["blue", "black"], "blue,black"],
  ["pSimpleObj", color, "R,100,G,200"],
  ["pSimpleObjExp", color, "R=100,G=200"],
  ["pLabel", "blue", ".blue"],
  ["pLabelArr", ["blue", "black"], ".blue,black"],
  ["pLabelArrExp", ["blue", "black"], ".blue.black"],
  ["pLabelObjExp", color, ".R=100.G=200"],
  ["pMatrix", "blue", ";color=blue"],
  ["pMatrixArr", ["blue", "black"], ";color=blue,black"],
  ["pMatrixArrExp", ["blue", "black"], ";color=blue;color=black"],
  ["pMatrixObjExp", color, ";R=100;G=200"],
];

const headers: readonly HeaderCase[] = [
  ["hArr", { headers: { "X-Tags": ["blue", "black"] } }, ["X-Tags", "blue,black"]],
  ["hObj", { headers: { "X-Color": color } }, ["X-Color", "R,100,G,200"]],
  ["hStr", { headers: { "X-Str": "hello w" } }, ["X-Str", "hello w"]],
  ["cVal", { cookies: { sid: "abc" } }, ["Cookie", "sid=abc"]],
];

/** A part as it is written below: without a file name or a type, it has none. */
const part = (name: string, text: string, head: Partial<Part> = {}) => ({
  name,
  filename: null,
  contentType: null,
  ...head,
  content: Buffer.from(text),
});
const textFile = (name: string, text: string) => new File([text], name, { type: "text/plain" });

const multipart: readonly MultipartCase[] = [
  [
    "mFile",
    { file: textFile("hello.txt", "hello") },
    [part("file", "hello", { filename: "hello.txt", contentType: "text/plain" })],
  ],
  ["mJson", { meta: { k: "v" } }, [part("meta", '{"k":"v"}', { contentType: "application/json" })]],
  [
    "mFiles",
    { files: [textFile("a.txt", "a"), textFile("b.txt", "b")] },
    [
      part("files", "a", { filename: "a.txt", contentType: "text/plain" }),
      part("files", "b", { filename: "b.txt", contentType: "text/plain" }),
    ],
  ],
  ["mString", { title: "Zoë", n: 7 }, [part("title", "Zoë"), part("n", "7")]],
  ["mCt", { img: new Blob(["PNG"]) }, [part("img", "PNG", { filename: "blob", contentType: "image/png" })]],
];

const json: readonly FormCase[] = [["jBody", { s: "x" }, '{"s":"x"}']];

const document = readDocument();
let server: RecordingServer | undefined;
let generated: GeneratedPackage | undefined;
let call: (operation: string, input: object) => Promise<RawRequest> = () => Promise.reject(new Error("not ready"));

beforeAll(async () => {
  const [recording, made] = await Promise.all([startServer(), generatePackage(document)]);
  server = recording;
  generated = made;
  const [index, operations] = await Promise.all([made.load("index"), made.load("operations/index")]);
  const client = functionOf(index, "createClient")({ baseUrl: recording.url });
  call = async (operation, input) => {
    expect(await functionOf(operations, operation)(client, input)).toEqual({ ok: true });
    const [request, ...more] = recording.takeReceived();
    if (request === undefined || more.length > 0) throw new Error("not one request, but none or several");
    return request;
  };
});
afterAll(async () => {
  server?.close();
  await generated?.remove();
});

it("has 53 cases, one for each operation of the document", () => {
  const called = [...forms, ...queries, ...paths, ...headers, ...multipart, ...json].map(([operation]) => operation);
  const documented = Object.keys(document.paths).map((path) => path.split("/")[1]);
  expect(called).toHaveLength(53);
  expect(called.toSorted()).toEqual(documented.toSorted());
  expect(generated?.diagnostics).toEqual([]);
});

it.each(forms)("form: %s", async (operation, body, sent) => {
  const request = await call(operation, { body });
  expect(request.body.toString("latin1")).toBe(sent);
  expect(linesOf(request, "content-type")).toEqual(["application/x-www-form-urlencoded"]);
  expect([request.method, request.target]).toEqual(["POST", `/${operation}`]);
  const pairs = [...new URLSearchParams(escapedLess.get(operation) ?? sent)];
  expect([...new URLSearchParams(request.body.toString("latin1"))]).toEqual(pairs);
});

it.each(queries)("query: %s", async (operation, value, sent) => {
  const request = await call(operation, { query: { color: value } });
  expect([request.method, request.target]).toEqual(["GET", `/${operation}?${sent}`]);
  expect(request.body).toHaveLength(0);
});

it.each(paths)("path: %s", async (operation, value, sent) => {
  const request = await call(operation, { path: { color: value } });
  expect([request.method, request.target]).toEqual(["GET", `/${operation}/${sent}`]);
  expect(request.body).toHaveLength(0);
});

it.each(headers)("header: %s", async (operation, input, [name, value]) => {
  const request = await call(operation, input);
  expect(linesOf(request, name)).toEqual([value]);
  expect([request.method, request.target]).toEqual(["GET", `/${operation}`]);
});

it.each(multipart)("multipart: %s", async (operation, body, sent) => {
  const request = await call(operation, { body });
  const [contentType = null, ...more] = linesOf(request, "content-type");
  expect(more).toEqual([]);
  expect((await readMultipart(new Uint8Array(request.body), contentType)).parts).toEqual(sent);
  expect([request.method, request.target]).toEqual(["POST", `/${operation}`]);
});

it.each(json)("JSON: %s", async (operation, body, sent) => {
  const request = await call(operation, { body });
  expect(request.body.toString("latin1")).toBe(sent);
  expect(linesOf(request, "content-type")).toEqual(["application/json"]);
  expect([request.method, request.target]).toEqual(["POST", `/${operation}`]);
});

function readDocument(): JsonObject & { readonly paths: JsonObject } {
  const value: unknown = parse(readFileSync(new URL("../vectors/ordinary-cases.yml", import.meta.url), "utf8"));
  if (!isJsonObject(value) || !isJsonObject(value["paths"])) throw new Error("no document with paths");
  return { ...value, paths: value["paths"] };
}

interface RecordingServer {
  readonly url: string;
  /** What has arrived since it was last asked. */
  readonly takeReceived: () => readonly RawRequest[];
  readonly close: () => void;
}

async function startServer(): Promise<RecordingServer> {
  let received: RawRequest[] = [];
  const server = createServer((request, response) => {
    void readRaw(request).then((raw) => {
      received.push(raw);
      response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    takeReceived: () => {
      const taken = received;
      received = [];
      return taken;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readRaw(request: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  // Without an encoding set, a request gives buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url: target = "", rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""] as const] : [],
  );
  return { method, target, headers, body: Buffer.concat(chunks) };
}

/** The values of all lines of a header. */
function linesOf({ headers }: RawRequest, name: string): readonly string[] {
  return headers.filter(([each]) => each === name.toLowerCase()).map(([, value]) => value);
}
