/** Security requirements and schemes. https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object */
import { isToken } from "./header-name.js";
import { writeJson } from "./json.js";
import type { NormalSecurityRequirement, NormalSecurityScheme } from "./normal-document.js";
import type { Node, Reader } from "./reader.js";

/** The `security` of the document or of an operation; null where it says nothing. */
export function readSecurity(reader: Reader, node: Node): readonly NormalSecurityRequirement[] | null {
  if (node.value["security"] === undefined) return null;
  return reader.items(node, "security").flatMap((item) => {
    const requirement = reader.asNode(item);
    if (requirement === null) return [];
    const schemes = Object.entries(requirement.value).map(([name, scopes]) => ({
      name,
      scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
      place: reader.originOf(requirement, name),
    }));
    return [{ schemes }];
  });
}

/** The schemes that the components define; one that cannot be understood is reported and left out. */
export function readSecuritySchemes(reader: Reader, components: Node): readonly NormalSecurityScheme[] {
  return reader.members(components, "securitySchemes").flatMap((item): NormalSecurityScheme[] => {
    const node = reader.asNode(item);
    if (node === null) return [];
    const base = { name: item.key, description: reader.text(node, "description", "prose"), origin: node.origin };
    const type = reader.text(node, "type", "structure");
    if (type === "apiKey") {
      const place = reader.text(node, "in", "structure");
      const parameter = reader.text(node, "name", "structure");
      // Names of headers and cookies are tokens: RFC 9110, section 5.1, and RFC 6265, section 4.1.1.
      const isNamed = parameter !== null && (place === "query" ? parameter !== "" : isToken(parameter));
      if (isNamed && (place === "header" || place === "query" || place === "cookie")) {
        return [{ ...base, kind: "apiKey", parameter, in: place, inForm: readInForm(reader, node, type) }];
      }
    }
    readInForm(reader, node, type);
    const scheme = type === "http" ? reader.text(node, "scheme", "structure") : null;
    const known = scheme?.toLowerCase();
    if (known === "basic" || known === "bearer") return [{ ...base, kind: known }];
    // RFC 9110, section 11.6.2: the scheme's name is a token, and stands before what it carries.
    if (scheme !== null && isToken(scheme)) return [{ ...base, kind: "http", scheme }];
    if (type === "oauth2") return [{ ...base, kind: "token", type, ...readFlows(reader, node), discoveryUrl: null }];
    if (type === "openIdConnect") {
      const discoveryUrl = reader.text(node, "openIdConnectUrl", "structure");
      return [{ ...base, kind: "token", type, tokenUrl: null, refreshUrl: null, discoveryUrl }];
    }
    if (type === "mutualTLS") return [{ ...base, kind: "mutualTLS" }];
    reader.diagnostics.add("security-scheme-invalid", node.origin, { name: item.key });
    return [];
  });
}

/** The flow that needs no user comes first; of the others, the client can only refresh a token that the caller got. */
const flowsInTurn = ["clientCredentials", "authorizationCode", "deviceAuthorization", "password"];

/** Where tokens come from. https://spec.openapis.org/oas/v3.1.1.html#oauth-flow-object */
function readFlows(
  reader: Reader,
  node: Node,
): { readonly tokenUrl: string | null; readonly refreshUrl: string | null } {
  const flows = reader.object(node, "flows");
  const found = flowsInTurn.flatMap((name) => (flows === null ? [] : (reader.object(flows, name) ?? [])));
  const first = (key: string) =>
    found.map((flow) => reader.text(flow, key, "structure")).find((url) => url !== null && url !== "") ?? null;
  return { tokenUrl: first("tokenUrl"), refreshUrl: first("refreshUrl") };
}

/** `x-exemplar-in: form` on an apiKey scheme. Anything else there would silently send a credential elsewhere. */
function readInForm(reader: Reader, node: Node, type: string | null): boolean {
  const key = "x-exemplar-in";
  const value = node.value[key];
  if (value === undefined) return false;
  if (value === "form" && type === "apiKey") return true;
  const expected = type === "apiKey" ? '"form"' : 'a scheme of type "apiKey"';
  const found = type === "apiKey" ? writeJson(value) : `on a scheme of type ${writeJson(type)}`;
  reader.diagnostics.add("extension-value-unknown", reader.originOf(node, key), { key, found, expected });
  return false;
}
