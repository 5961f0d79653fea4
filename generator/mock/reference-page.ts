/** The API reference that a browser shows: Scalar's, served from here alone. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The page, and where it lies. */
export interface ReferencePage {
  /** Where the page is: `/`, unless the document has an operation there. */
  readonly path: string;
  /** The answer to a request for one of the page's files; null for any other request. */
  readonly answer: (request: Request) => Promise<Response | null>;
}

/**
 * Makes the page.
 * @param taken paths that are the document's: of operations, and of servers in front of them
 * @param document its text, as JSON
 */
export function referencePage(taken: readonly string[], document: string): ReferencePage {
  const folder = folderBeside(taken);
  const path = isRootTaken(taken) ? `${folder}/` : "/";
  const files: Readonly<Record<string, () => Promise<Response> | Response>> = {
    [`${folder}/scalar.js`]: async () => fileResponse(await readBundle(), "text/javascript; charset=utf-8"),
    [`${folder}/page.js`]: () => fileResponse(script, "text/javascript; charset=utf-8"),
    [`${folder}/openapi.json`]: () => fileResponse(document, "application/json"),
    [`${folder}/`]: () => pageResponse(folder),
    [path]: () => pageResponse(folder),
  };
  return {
    path,
    answer: async ({ method, url }) => {
      if (method !== "GET" && method !== "HEAD") return null;
      const { pathname } = new URL(url);
      return Object.hasOwn(files, pathname) ? ((await files[pathname]?.()) ?? null) : null;
    },
  };
}

/** A folder that no path of the document begins with. */
function folderBeside(taken: readonly string[]): string {
  const first = new Set(taken.map((path) => path.split(/[/?#]/)[1] ?? ""));
  for (let number = 1; ; number++) {
    const name = number === 1 ? "_exemplar" : `_exemplar${String(number)}`;
    if (!first.has(name)) return `/${name}`;
  }
}

/** A server's path may stand in front of an operation's, but need not. */
function isRootTaken(taken: readonly string[]): boolean {
  return taken.some((path) => /^\/?(?:[?#]|$)/.test(path));
}

/**
 * The page's own scripts, the document, and requests to the mock: nothing from anywhere else. Scalar writes its styles into
 * the page; no text of the document is among them.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Nothing of the document stands in it, so there is nothing to escape. */
function pageResponse(folder: string): Response {
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>API reference</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <noscript>This page needs JavaScript. The document is at ${folder}/openapi.json.</noscript>
    <div id="reference"></div>
    <script src="${folder}/scalar.js"></script>
    <script src="${folder}/page.js"></script>
  </body>
</html>
`;
  const response = fileResponse(html, "text/html; charset=utf-8");
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Everything in it that would ask another machine, or lead to a service, is switched off. */
const script = `const here = document.currentScript.src;
Scalar.createApiReference("#reference", {
  url: new URL("openapi.json", here).href,
  servers: [{ url: location.origin, description: "The mock" }],
  proxyUrl: "",
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  documentDownloadType: "json",
  persistAuth: false,
  customCss: "h1, h2, h3 { overflow-wrap: anywhere }",
});
`;

/** A mock changes with its document, and the next one on this port may be another's. */
function fileResponse(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

let bundle: Promise<Uint8Array<ArrayBuffer>> | null = null;

/** Scalar's bundle, read once: the build lays it beside this module; a checkout has it among its packages. */
function readBundle(): Promise<Uint8Array<ArrayBuffer>> {
  bundle ??= readFile(new URL("scalar.js", import.meta.url))
    .catch(() => readFile(fileURLToPath(import.meta.resolve("@scalar/api-reference/browser/standalone.js"))))
    .then((bytes) => new Uint8Array(bytes));
  return bundle;
}
