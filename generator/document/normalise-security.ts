/** Security requirements and schemes. https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object */
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
      if (parameter !== null && (place === "header" || place === "query" || place === "cookie")) {
        return [{ ...base, kind: "apiKey", parameter, in: place, inForm: node.value["x-exemplar-in"] === "form" }];
      }
    }
    const scheme = type === "http" ? reader.text(node, "scheme", "structure")?.toLowerCase() : undefined;
    // Other HTTP schemes that carry one token are sent as bearer tokens are.
    if (scheme !== undefined) return [{ ...base, kind: scheme === "basic" ? "basic" : "bearer" }];
    if (type === "oauth2" || type === "openIdConnect") return [{ ...base, kind: "token", type }];
    if (type === "mutualTLS") return [{ ...base, kind: "mutualTLS" }];
    reader.diagnostics.add("security-scheme-invalid", node.origin, { name: item.key });
    return [];
  });
}
