/**
 * Parameters in the body, and in a form, as the Request Body of 3.0.
 * https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
import type { Placed } from "./document-edit.js";
import { member } from "./json.js";
import { isMultipartMediaType } from "./media-type.js";
import { multipartStyleKey } from "./normalise-encoding.js";
import type { Node } from "./reader.js";
import { listStyle } from "./upgrade-collection-format.js";
import {
  asObject,
  composed,
  listOf,
  type Member,
  memberOf,
  membersOf,
  presentMember,
  type Upgrade,
} from "./upgrade-context.js";
import { mediaExamples, readExamples, reportUntaken } from "./upgrade-examples.js";
import { bodyKind, fittingMediaTypes, formMediaTypes, type PlacedMediaType } from "./upgrade-media-types.js";
import { isTaken, plainSchema, styleMembers } from "./upgrade-parameter.js";
import { upgradeSchema } from "./upgrade-schema.js";

/**
 * The request body; null where no parameter makes one. A body wins over form fields, the first body over others.
 * @param parameters those in `body` and `formData`, in order
 * @param consumes what the operation accepts; empty where nothing is said
 */
export function upgradeBody(
  upgrade: Upgrade,
  parameters: readonly Node[],
  consumes: readonly PlacedMediaType[],
): Placed | null {
  const [body, ...bodies] = parameters.filter(({ value }) => value["in"] === "body");
  const fields = parameters.filter(({ value }) => value["in"] === "formData");
  const leaveOut = (nodes: readonly Node[], reason: string) => {
    for (const node of nodes) {
      const { name } = node.value;
      const code = "body-parameter-left-out";
      upgrade.diagnostics.add(code, node.origin, { name: typeof name === "string" ? name : "", reason });
    }
  };
  if (body === undefined) return fields.length === 0 ? null : upgradeForm(upgrade, fields, consumes);
  leaveOut(bodies, "there is another body before it");
  leaveOut(fields, "a request that has a body has no form fields beside it");
  return upgradeWhole(upgrade, body, consumes);
}

/** One parameter that is the body. */
function upgradeWhole(upgrade: Upgrade, body: Node, consumes: readonly PlacedMediaType[]): Placed {
  const written = presentMember(upgrade, body, "schema");
  const schema = written === undefined ? plainSchema(upgrade, body) : upgradeSchema(upgrade, written);
  const kind = bodyKind(upgrade, written?.value ?? body.value);
  const examples = readExamples(upgrade, body);
  const taken = new Set<string>();
  const content = fittingMediaTypes(consumes, kind, body.origin).map(({ mediaType, origin }): Member => {
    const media = composed(upgrade, origin, [
      ["schema", schema],
      ...mediaExamples(upgrade, examples, mediaType, body.origin, taken),
    ]);
    return [mediaType, media];
  });
  reportUntaken(upgrade, examples, taken);
  const kept = membersOf(upgrade, body).filter(([key]) => !isTaken(key) && key !== "name" && key !== "in");
  return composed(upgrade, body.origin, [...kept, ["content", composed(upgrade, body.origin, content)]]);
}

interface Field {
  readonly name: string;
  readonly node: Node;
}

/** Fields of a form: the properties of one object. */
function upgradeForm(upgrade: Upgrade, parameters: readonly Node[], consumes: readonly PlacedMediaType[]): Placed {
  const fields = namedFields(upgrade, parameters);
  const place = parameters[0]?.origin ?? upgrade.reader.root.origin;
  const hasFile = fields.some(({ node }) => holdsFile(node));
  const required = fields.flatMap(({ name, node }): readonly Placed[] => {
    const isRequired = upgrade.reader.flag(node, "required") ?? false;
    return isRequired ? [{ value: name, origin: upgrade.reader.originOf(node, "required") }] : [];
  });
  const properties = fields.map(({ name, node }): Member => [name, fieldSchema(upgrade, node)]);
  const styles = fields.map(({ name, node }) => ({ name, node, list: listStyle(upgrade, node, "formData") }));
  const schema = composed(upgrade, place, [
    ["type", { value: "object", origin: place }],
    ["properties", composed(upgrade, place, properties)],
    ["required", required.length > 0 ? listOf(upgrade, place, required) : undefined],
  ]);
  const content = formMediaTypes(consumes, hasFile, place).map(({ mediaType, origin }): Member => {
    const encoding = styles.flatMap(({ name, node, list }): readonly Member[] => {
      // Repeated fields are the default; files are never joined.
      if (list === null || list.explode || holdsFile(node)) return [];
      const marked = isMultipartMediaType(mediaType) ? [[multipartStyleKey, { value: true, origin }] as const] : [];
      return [[name, composed(upgrade, list.origin, [...styleMembers(list), ...marked])]];
    });
    const media = composed(upgrade, origin, [
      ["schema", schema],
      ["encoding", encoding.length > 0 ? composed(upgrade, place, encoding) : undefined],
    ]);
    return [mediaType, media];
  });
  return composed(upgrade, place, [
    ["required", required[0] && { value: true, origin: required[0].origin }],
    ["content", composed(upgrade, place, content)],
  ]);
}

/** Of two fields with one name the later counts, as of two parameters. */
function namedFields(upgrade: Upgrade, parameters: readonly Node[]): readonly Field[] {
  const fields = new Map<string, Node>();
  for (const node of parameters) {
    const name = upgrade.reader.text(node, "name", "structure");
    if (name === null) {
      upgrade.diagnostics.add("key-missing", node.origin, { key: "name", owner: "the parameter" });
      continue;
    }
    const place = memberOf(upgrade, node, "name")?.origin ?? node.origin;
    if (fields.has(name)) upgrade.diagnostics.add("parameter-duplicate", place, { name });
    fields.set(name, node);
  }
  return [...fields].map(([name, node]) => ({ name, node }));
}

/** A field is a property: what stood beside its name is said in its schema. */
function fieldSchema(upgrade: Upgrade, field: Node): Placed {
  const spoken = new Set(["name", "in", "required", "allowEmptyValue"]);
  const others = membersOf(upgrade, field).filter(([key]) => !isTaken(key) && !spoken.has(key));
  const { single, named } = readExamples(upgrade, field);
  const first = named[0] && asObject(named[0][1]);
  const example = single ?? (first ? memberOf(upgrade, first, "value") : undefined);
  return plainSchema(upgrade, field, example === undefined ? others : [...others, ["example", example]]);
}

/** True for a file, and for a list of files. */
function holdsFile({ value }: Node): boolean {
  return [value, member(value, "items")].some((schema) => {
    const type = member(schema, "type");
    return type === "file" || (type === "string" && member(schema, "format") === "binary");
  });
}
