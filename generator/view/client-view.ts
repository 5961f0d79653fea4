/** `createClient`: the server and the security schemes that the document has. */
import type { NormalSecurityScheme } from "../document/normal-document.js";
import type { Model, Server } from "../model/model.js";
import { type Expression, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import { paragraphs } from "./prose.js";
import { serversDoc } from "./server-doc.js";
import type { ClientView, SchemeView } from "./view.js";

/** Builds the view of `src/client.ts`. */
export function buildClientView(model: Model): ClientView {
  const imports = createImports();
  imports.type("./runtime/client.js", "CallOptions");
  imports.type("./runtime/client.js", "Client");
  imports.value("./runtime/client.js", "makeClient");
  const schemes = model.securitySchemes.map((scheme): SchemeView => {
    return {
      key: propertyKey(scheme.name),
      name: scheme.name,
      doc: docComment(schemeText(scheme)),
      scheme: schemeExpression(scheme, imports),
    };
  });
  if (schemes.length > 0) imports.type("./runtime/client.js", "Credential");
  const [server] = model.servers;
  const title = displayTitle(model.info.title);
  return {
    imports: imports.lines(),
    doc: docComment([
      `Makes a client of ${title === "" ? "the API" : title}. Pass it to the operations.`,
      serverText(model.servers[0]),
      ...serversDoc(model.servers, "The document's servers:"),
    ]),
    baseUrl: server?.url ?? "",
    schemes,
  };
}

/** Where calls go. */
function serverText(server: Server | undefined): string {
  const url = server?.url ?? "";
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return `Calls go to ${url} unless \`baseUrl\` says otherwise.`;
  const what = url === "" || url === "/" ? "names no server" : `names no host, only the server ${url}`;
  return `The document ${what}: pass \`baseUrl\`, unless calls go to the host of the page that makes them.`;
}

/** A title as it reads in a sentence: some documents end it with a slash or a full stop. */
export function displayTitle(title: string): string {
  return title.replace(/[\s/.]+$/, "").trim();
}

function schemeText(scheme: NormalSecurityScheme): readonly string[] {
  return [...paragraphs(scheme.description), schemePlace(scheme)];
}

/** Where a scheme's credential is sent, in words. */
export function schemePlace(scheme: NormalSecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey": {
      const own =
        scheme.in === "query"
          ? `the query parameter \`${scheme.parameter}\``
          : `the ${scheme.in} \`${scheme.parameter}\``;
      return scheme.inForm
        ? `Sent as the form field \`${scheme.parameter}\`; as ${own} where there is no form.`
        : `Sent as ${own}.`;
    }
    case "basic":
      return "`user:password`, sent as HTTP Basic authentication.";
    case "bearer":
    case "token":
      return "A token, sent as `Authorization: Bearer`.";
    case "http":
      return `What follows \`${scheme.scheme}\` in the header \`Authorization\`.`;
    case "mutualTLS":
      return "Mutual TLS: pass a `fetch` that presents the certificate, and any text here.";
  }
}

function schemeExpression(scheme: NormalSecurityScheme, imports: Imports): Expression {
  const use = (module: string, name: string) => {
    imports.value(module, name);
  };
  switch (scheme.kind) {
    case "apiKey": {
      const maker = { header: "headerKey", query: "queryKey", cookie: "cookieKey" }[scheme.in];
      use("./runtime/api-key.js", maker);
      const own =
        scheme.in === "header"
          ? ts`headerKey(${scheme.parameter})`
          : scheme.in === "query"
            ? ts`queryKey(${scheme.parameter})`
            : ts`cookieKey(${scheme.parameter})`;
      if (!scheme.inForm) return own;
      use("./runtime/api-key.js", "formKey");
      return ts`formKey(${scheme.parameter}, ${own})`;
    }
    case "basic":
      use("./runtime/http-auth.js", "basic");
      return ts`basic()`;
    case "bearer":
    case "token":
      use("./runtime/http-auth.js", "bearer");
      return ts`bearer()`;
    case "http":
      use("./runtime/http-auth.js", "authorization");
      return ts`authorization(${scheme.scheme})`;
    case "mutualTLS":
      return ts`() => undefined`;
  }
}
