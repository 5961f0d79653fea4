/** Security definitions of Swagger 2.0. https://spec.openapis.org/oas/v2.0.html#security-scheme-object */
import type { Placed } from "./document-edit.js";
import type { Node } from "./reader.js";
import { asObject, changed, composed, memberOf, membersOf, reportIgnored, type Upgrade } from "./upgrade-context.js";

/** The schemes in the words of 3.0; one that 2.0 does not have stays as it is. */
export function upgradeSecuritySchemes(upgrade: Upgrade, schemes: Placed): Placed {
  const node = asObject(schemes);
  if (node === null) return schemes;
  return changed(upgrade, node, (name, child) => {
    const scheme = asObject(child);
    return [[name, scheme === null ? child : upgradeScheme(upgrade, scheme)]];
  });
}

function upgradeScheme(upgrade: Upgrade, scheme: Node): Placed {
  const type = memberOf(upgrade, scheme, "type");
  if (type?.value === "basic") {
    return composed(upgrade, scheme.origin, [
      ...membersOf(upgrade, scheme),
      ["type", { value: "http", origin: type.origin }],
      ["scheme", type],
    ]);
  }
  return type?.value === "oauth2" ? upgradeOAuth(upgrade, scheme) : scheme;
}

/** The flows of 2.0 by their names in 3.0. https://spec.openapis.org/oas/v3.0.4.html#oauth-flows-object */
const flowNames: ReadonlyMap<unknown, string> = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

/** The keys that are the flow's in 3.0. */
const flowKeys = new Set(["flow", "authorizationUrl", "tokenUrl", "scopes"]);

function upgradeOAuth(upgrade: Upgrade, scheme: Node): Placed {
  const flow = memberOf(upgrade, scheme, "flow");
  // Without a flow it is perhaps one of 3.0 already.
  if (flow === undefined) return scheme;
  const name = flowNames.get(flow.value);
  if (name === undefined) reportIgnored(upgrade, flow, "flow", [...flowNames.keys()].join(", "));
  const members = membersOf(upgrade, scheme);
  const details = members.filter(([key]) => flowKeys.has(key) && key !== "flow");
  const flows = name === undefined ? [] : [[name, composed(upgrade, flow.origin, details)] as const];
  return composed(upgrade, scheme.origin, [
    ...members.filter(([key]) => !flowKeys.has(key)),
    ["flows", composed(upgrade, flow.origin, flows)],
  ]);
}
