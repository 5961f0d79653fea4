/**
 * Swagger 2.0 becomes OpenAPI 3.0, once its references are resolved; nothing after this asks for the version. Each node
 * keeps the origin that it has in the 2.0 document. https://spec.openapis.org/oas/v2.0.html
 */
import type { Diagnostics } from "../diagnostics.js";
import type { Document } from "./document.js";
import type { Placed } from "./document-edit.js";
import { isJsonArray, isJsonObject, type JsonObject, member } from "./json.js";
import { methods } from "./openapi-structure.js";
import type { Node } from "./reader.js";
import { distinctItems } from "./normalise-parameter.js";
import { isSwagger } from "./swagger-version.js";
import { readMediaTypes } from "./upgrade-media-types.js";
import { upgradeParameter } from "./upgrade-parameter.js";
import { upgradeBody } from "./upgrade-request-body.js";
import { upgradeResponses } from "./upgrade-response.js";
import { upgradeSchema } from "./upgrade-schema.js";
import { upgradeSecuritySchemes } from "./upgrade-security.js";
import { upgradeServers } from "./upgrade-servers.js";
import { discriminatorMappings } from "./upgrade-discriminators.js";
import {
  asObject,
  changed,
  composed,
  createUpgrade,
  listOf,
  type Member,
  memberOf,
  membersOf,
  type Upgrade,
} from "./upgrade-context.js";

/**
 * Upgrades a resolved document.
 * @returns the document in the shape of OpenAPI 3.0.4; the very same one where it is no Swagger 2.0. What has no
 * equivalent is reported at its place
 */
export function upgradeSwagger(document: Document, diagnostics: Diagnostics): Document {
  const root: Node = { value: document.value, origin: document.root };
  if (!isSwagger(document.value)) return document;
  const { definitions, components } = document.value;
  const named = [definitions, member(components, "schemas")].flatMap((map) => Object.entries(objectOr(map)));
  const facts = { definitions: new Map(named), mappings: discriminatorMappings(document, new Map(named)) };
  const upgrade = createUpgrade(document, facts, diagnostics);
  const version = memberOf(upgrade, root, "swagger");
  const paths = memberOf(upgrade, root, "paths");
  const { value } = composed(upgrade, root.origin, [
    ["openapi", version && { value: "3.0.4", origin: version.origin }],
    ...membersOf(upgrade, root).filter(([key]) => !replaced.has(key)),
    ["servers", upgradeServers(upgrade, root, root)],
    ["paths", paths && upgradePaths(upgrade, root, paths)],
    ["components", upgradeComponents(upgrade, root)],
  ]);
  return { ...document, value, grafts: upgrade.grafts };
}

/** What the root says in other words in 3.0, and what was needed for references alone. Words of 3.0 stay, as some documents mix both. */
const replaced = new Set([
  "openapi",
  "swagger",
  "host",
  "basePath",
  "schemes",
  "consumes",
  "produces",
  "paths",
  "definitions",
  "parameters",
  "responses",
  "securityDefinitions",
  "components",
]);

function objectOr(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The definitions, and those schemas that `resolve` gave a name. */
function upgradeComponents(upgrade: Upgrade, root: Node): Placed {
  const definitions = memberOf(upgrade, root, "definitions");
  const components = memberOf(upgrade, root, "components");
  const named = components && asObject(components);
  const hoisted = named ? memberOf(upgrade, named, "schemas") : undefined;
  const schemes = memberOf(upgrade, root, "securityDefinitions");
  const isReadable = definitions === undefined || isJsonObject(definitions.value);
  const schemas = [definitions, hoisted].flatMap((map) => (map === undefined ? [] : membersOf(upgrade, map)));
  const upgraded = schemas.map(([name, schema]): Member => [name, upgradeSchema(upgrade, schema, name)]);
  const place = definitions?.origin ?? hoisted?.origin ?? root.origin;
  return composed(upgrade, root.origin, [
    ...(named ? membersOf(upgrade, named) : []),
    // What is no object is reported where schemas are read.
    ["schemas", isReadable ? composed(upgrade, place, upgraded) : definitions],
    ["securitySchemes", schemes && upgradeSecuritySchemes(upgrade, schemes)],
  ]);
}

function upgradePaths(upgrade: Upgrade, root: Node, paths: Placed): Placed {
  const node = asObject(paths);
  if (node === null) return paths;
  return changed(upgrade, node, (key, child) => {
    const item = asObject(child);
    return [[key, item === null || key.startsWith("x-") ? child : upgradePathItem(upgrade, root, item)]];
  });
}

function upgradePathItem(upgrade: Upgrade, root: Node, item: Node): Placed {
  const shared = readParameters(upgrade, item);
  return changed(upgrade, item, (key, child) => {
    if (key === "parameters") return [[key, shared.list ?? child]];
    const operation = methods.some((method) => method === key) ? asObject(child) : null;
    return [[key, operation === null ? child : upgradeOperation(upgrade, root, operation, shared.body)]];
  });
}

interface Parameters {
  /** Those that are parameters in 3.0 too; null where there is no list. */
  readonly list: Placed | null;
  /** Those that are parts of the body. */
  readonly body: readonly Node[];
}

function readParameters(upgrade: Upgrade, owner: Node): Parameters {
  const parameters = memberOf(upgrade, owner, "parameters");
  if (parameters === undefined || !isJsonArray(parameters.value)) return { list: null, body: [] };
  const written = membersOf(upgrade, parameters).map(([, item]) => item);
  // Before those of the body are taken out, and places are lost.
  const distinct = distinctItems(written, parameters.origin, upgrade.diagnostics);
  const items = distinct.map((item) => ({ item, node: asObject(item) }));
  const isBody = (node: Node | null) => ["body", "formData"].some((place) => node?.value["in"] === place);
  return {
    list: listOf(
      upgrade,
      parameters.origin,
      items
        .filter(({ node }) => !isBody(node))
        .map(({ item, node }) => (node === null ? item : upgradeParameter(upgrade, node))),
    ),
    body: items.flatMap(({ node }) => (node !== null && isBody(node) ? [node] : [])),
  };
}

function upgradeOperation(upgrade: Upgrade, root: Node, operation: Node, shared: readonly Node[]): Placed {
  const own = readParameters(upgrade, operation);
  const inherited = shared.filter(
    ({ value }) =>
      !own.body.some((other) => other.value["in"] === value["in"] && other.value["name"] === value["name"]),
  );
  const declared = (key: string) => readMediaTypes(upgrade, operation, key) ?? readMediaTypes(upgrade, root, key);
  const body = upgradeBody(upgrade, [...inherited, ...own.body], declared("consumes") ?? []);
  const servers = upgradeServers(upgrade, root, operation);
  const kept = changed(upgrade, operation, (key, child): readonly Member[] => {
    if (["consumes", "produces", "schemes"].includes(key)) return [];
    if (key === "parameters") return [[key, own.list ?? child]];
    if (key !== "responses") return [[key, child]];
    return [[key, upgradeResponses(upgrade, child, declared("produces") ?? [])]];
  });
  if (body === null && servers === undefined) return kept;
  return composed(upgrade, operation.origin, [
    ...membersOf(upgrade, kept),
    ["requestBody", body ?? undefined],
    ["servers", servers],
  ]);
}
