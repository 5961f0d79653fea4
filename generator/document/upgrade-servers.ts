/** `host`, `basePath` and `schemes` of Swagger 2.0 as servers. https://spec.openapis.org/oas/v2.0.html#swagger-object */
import type { Placed } from "./document-edit.js";
import type { Node } from "./reader.js";
import {
  composed,
  listOf,
  type Member,
  membersOf,
  presentMember,
  reportIgnored,
  type Upgrade,
} from "./upgrade-context.js";

/**
 * The servers of the document, or those of an operation that has schemes of its own.
 * @param owner the root, or the operation
 * @returns undefined where there are none: no host and no path, or an operation whose requests go where all others go
 */
export function upgradeServers(upgrade: Upgrade, root: Node, owner: Node): Placed | undefined {
  const host = text(upgrade, root, "host");
  const basePath = text(upgrade, root, "basePath");
  const base = pathOf(basePath);
  if (host === undefined) {
    const server = basePath && serverAt(upgrade, basePath.origin, base || "/");
    return owner === root && server ? listOf(upgrade, server.origin, [server]) : undefined;
  }
  // Documents in the wild put the scheme here.
  const [, given, name] = /^(https?):\/\/(.*)$/is.exec(host.value) ?? [];
  const authority = withoutSlashes(name ?? host.value);
  const usual = given?.toLowerCase() ?? (isLoopback(authority) ? "http" : "https");
  const of = (node: Node) => {
    const schemes = readSchemes(upgrade, node);
    return schemes.length > 0 ? schemes : [usual];
  };
  const own = of(owner);
  if (owner !== root && (readSchemes(upgrade, owner).length === 0 || own[0] === of(root)[0])) return undefined;
  const servers = own.map((scheme) => serverAt(upgrade, host.origin, `${scheme}://${authority}${base}`));
  return listOf(upgrade, host.origin, servers);
}

function serverAt(upgrade: Upgrade, origin: Placed["origin"], url: string): Placed {
  // 2.0 has no variables here, but documents have `{your-domain}.example.com`.
  const names = [...url.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
  const variables = names.map((name): Member => [name, { value: { default: name }, origin }]);
  return composed(upgrade, origin, [
    ["url", { value: url, origin }],
    ["variables", names.length > 0 ? composed(upgrade, origin, variables) : undefined],
  ]);
}

interface PlacedText {
  readonly value: string;
  readonly origin: Placed["origin"];
}

function text(upgrade: Upgrade, node: Node, key: string): PlacedText | undefined {
  const found = presentMember(upgrade, node, key);
  if (found === undefined || found.value === "") return undefined;
  if (typeof found.value === "string") return { value: found.value.trim(), origin: found.origin };
  reportIgnored(upgrade, found, key, "text");
  return undefined;
}

/** With a slash before it and none after, as paths are appended. */
function pathOf(basePath: PlacedText | undefined): string {
  const path = withoutSlashes(basePath?.value ?? "");
  return path === "" ? "" : `/${path}`;
}

/** Without those at both ends. */
function withoutSlashes(text: string): string {
  const parts = text.split("/");
  const first = parts.findIndex((part) => part !== "");
  const last = parts.findLastIndex((part) => part !== "");
  return first === -1 ? "" : parts.slice(first, last + 1).join("/");
}

/** The schemes that `fetch` has, https first; of WebSockets nothing is generated. */
function readSchemes(upgrade: Upgrade, node: Node): readonly string[] {
  const list = presentMember(upgrade, node, "schemes");
  if (list === undefined) return [];
  const items = typeof list.value === "string" ? [list] : membersOf(upgrade, list).map(([, item]) => item);
  const known = new Set(["https", "http", "wss", "ws"]);
  const schemes = items.flatMap((item) => {
    const scheme = typeof item.value === "string" ? item.value.toLowerCase() : "";
    if (known.has(scheme)) return [scheme];
    reportIgnored(upgrade, item, "schemes", "http, https, ws or wss");
    return [];
  });
  const usable = ["https", "http"].filter((scheme) => schemes.includes(scheme));
  if (schemes.length > 0 && usable.length === 0) reportIgnored(upgrade, list, "schemes", "http or https");
  return usable;
}

function isLoopback(authority: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(authority);
}
