/** `createClient`: the server and the security schemes that the document has. */
import type { NormalSecurityScheme } from "../document/normal-document.js";
import { jsonObject } from "../document/json.js";
import type { Model, Server } from "../model/model.js";
import { splitWords } from "../model/names.js";
import type { PackageOptions } from "./build-views.js";
import { type Expression, identifier, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import { paragraphs } from "./prose.js";
import { serversDoc } from "./server-doc.js";
import { buildServersView } from "./servers-view.js";
import type { ClientView, SchemeView } from "./view.js";

/** Builds the view of `src/client.ts`. */
export function buildClientView(model: Model, { name, version }: PackageOptions): ClientView {
  const imports = createImports();
  imports.type("./runtime/client.js", "CallOptions");
  imports.type("./runtime/client.js", "ClientOf");
  imports.value("./runtime/client.js", "makeClient");
  const schemes = model.securitySchemes.map((scheme): SchemeView => {
    const env = environmentVariable(name, scheme);
    return {
      key: propertyKey(scheme.name),
      name: scheme.name,
      doc: docComment([
        ...schemeText(scheme),
        ...(env === null ? [] : [`Where it is not given: the environment's \`${env}\`.`]),
      ]),
      type: credentialType(scheme, imports),
      scheme: schemeExpression(scheme, imports),
      env,
    };
  });
  const [server] = model.servers;
  const title = displayTitle(model.info.title);
  const servers = buildServersView(model.servers, imports);
  const urls = [server, ...model.operations.flatMap((operation) => operation.servers.slice(0, 1))];
  const lacksHost = urls.some((each) => !/^[a-z][a-z\d+.-]*:/i.test(each?.url ?? ""));
  if (lacksHost) imports.value("./runtime/require-host.js", "requireHost");
  const isSingle = model.operations.every(({ security }) => needsNoChoice(security)) && alternatives(model).length < 3;
  const authorise = isSingle ? "allOf" : "anyOf";
  if (schemes.length > 0) imports.value("./runtime/authorise.js", authorise);
  return {
    imports: imports.lines(),
    authorise: schemes.length > 0 ? identifier(authorise) : null,
    doc: docComment([
      `Makes a client of ${title === "" ? "the API" : title}. Pass it to the operations.`,
      serverText(model.servers[0]),
      ...serversDoc(model.servers, "The document's servers:"),
    ]),
    baseUrl: server?.url ?? "",
    servers,
    schemes,
    security: ts`${alternatives(model)}`,
    check: lacksHost ? ts`requireHost` : null,
    userAgent: `${name.replace(/^@/, "")}/${version}`,
  };
}

/** The credentials that operations ask for, each alternative once; what the document does not have may need any of them. */
function alternatives(model: Model): readonly (readonly string[])[] {
  const all = model.operations.flatMap(({ security }) => security);
  const distinct = new Map(all.filter((names) => names.length > 0).map((names) => [names.join(" "), names]));
  return distinct.size === 0 ? [] : [...distinct.values(), []];
}

/** Whether there is nothing to choose: one list of schemes, or a scheme that is optional. */
function needsNoChoice([first, second, ...others]: readonly (readonly string[])[]): boolean {
  return others.length === 0 && (second === undefined || (first?.length === 1 && second.length === 0));
}

/** The variable that has a scheme's credential, such as `ZOOM_ACCOUNT_API_KEY`; null where a scheme has none. */
export function environmentVariable(packageName: string, { kind, name }: NormalSecurityScheme): string | null {
  return kind === "mutualTLS" ? null : `${constantCase(packageName)}_${constantCase(name)}`;
}

/** `ZOOM_ACCOUNT` for `zoom-account`: the words in upper case. */
function constantCase(text: string): string {
  return splitWords(text)
    .map((word) => word.toUpperCase())
    .join("_");
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
  return [...paragraphs(scheme.description), schemePlace(scheme, (name) => `\`${name}\``)];
}

/**
 * Where a scheme's credential is sent, in words.
 * @param code writes a name of the document as code, where the words go: a comment escapes them itself, Markdown does not
 */
export function schemePlace(scheme: NormalSecurityScheme, code: (name: string) => string): string {
  switch (scheme.kind) {
    case "apiKey": {
      const own =
        scheme.in === "query"
          ? `the query parameter ${code(scheme.parameter)}`
          : `the ${scheme.in} ${code(scheme.parameter)}`;
      return scheme.inForm
        ? `Sent as the form field ${code(scheme.parameter)}; as ${own} where there is no form.`
        : `Sent as ${own}.`;
    }
    case "basic":
      return "`user:password`, or `{ username, password }`, sent as HTTP Basic authentication.";
    case "bearer":
      return "A token, sent as `Authorization: Bearer`.";
    case "token":
      return isFetched(scheme)
        ? "A token, sent as `Authorization: Bearer`; or `{ clientId, clientSecret }`, perhaps with a `refreshToken`, with which the client gets one."
        : "A token, sent as `Authorization: Bearer`.";
    case "http":
      return `What follows ${code(scheme.scheme)} in the header \`Authorization\`.`;
    case "mutualTLS":
      return "Mutual TLS: pass a `fetch` that presents the certificate, and any text here.";
  }
}

/** Whether the document says where a client gets a token. */
function isFetched(scheme: Extract<NormalSecurityScheme, { readonly kind: "token" }>): boolean {
  return scheme.tokenUrl !== null || scheme.type === "openIdConnect";
}

/** What a caller may give for a scheme. */
function credentialType(scheme: NormalSecurityScheme, imports: Imports): Expression {
  imports.type("./runtime/client.js", "Credential");
  if (scheme.kind === "basic") {
    imports.type("./runtime/http-auth.js", "BasicCredential");
    return ts`Credential<BasicCredential>`;
  }
  if (scheme.kind !== "token" || !isFetched(scheme)) return ts`Credential`;
  imports.type("./runtime/oauth.js", "OAuthCredential");
  return ts`Credential<OAuthCredential>`;
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
    case "token":
      if (isFetched(scheme)) {
        const { tokenUrl, refreshUrl, discoveryUrl } = scheme;
        const urls = jsonObject(
          Object.entries({ tokenUrl, refreshUrl, discoveryUrl }).flatMap(([key, url]) =>
            url === null ? [] : [[key, url] as const],
          ),
        );
        use("./runtime/oauth.js", "oauth");
        return ts`oauth(${urls})`;
      }
      use("./runtime/http-auth.js", "bearer");
      return ts`bearer()`;
    case "bearer":
      use("./runtime/http-auth.js", "bearer");
      return ts`bearer()`;
    case "http":
      use("./runtime/http-auth.js", "authorization");
      return ts`authorization(${scheme.scheme})`;
    case "mutualTLS":
      return ts`() => undefined`;
  }
}
