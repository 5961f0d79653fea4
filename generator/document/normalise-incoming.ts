/** Requests that arrive: the webhooks of a document, and the callbacks of an operation. */
import { brokenReferenceOf } from "./broken-reference.js";
import { isJsonObject } from "./json.js";
import type { NormalIncoming, NormalOperation } from "./normal-document.js";
import type { Item, Node, Reader } from "./reader.js";

/** Reads the operations of a path item; `name` is what reports call it. */
type ReadPathItem = (pathItem: Node, name: string) => readonly NormalOperation[];

/**
 * The webhooks of a document: `webhooks` (https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks) and `x-webhooks`, as
 * documents of 3.0 write it. A name that both have counts once, as that of `webhooks`.
 */
export function readWebhooks(reader: Reader, readPathItem: ReadPathItem): readonly NormalIncoming[] {
  const isOther = ({ key, value }: Item) => key.startsWith("x-") && !isJsonObject(value);
  const standard = reader.members(reader.root, "webhooks").filter((item) => !isOther(item));
  const names = new Set(standard.map(({ key }) => key));
  // What an extension holds is not ours to judge.
  const extension = isJsonObject(reader.root.value["x-webhooks"]) ? reader.members(reader.root, "x-webhooks") : [];
  const others = extension.filter(({ key, value }) => !names.has(key) && isJsonObject(value));
  return [...standard, ...others].flatMap((item) =>
    incomingOf(reader, item, { name: item.key, expression: null, shared: false }, readPathItem),
  );
}

/**
 * The callbacks of an operation (https://spec.openapis.org/oas/v3.1.1.html#callback-object), one level deep: a callback
 * may lead back to the path around it.
 * @param isCallback whether the operation is itself one
 */
export function readCallbacks(
  reader: Reader,
  operation: Node,
  isCallback: boolean,
  readPathItem: ReadPathItem,
): readonly NormalIncoming[] {
  const callbacks = reader.object(operation, "callbacks");
  if (callbacks === null) return [];
  const names = Object.keys(callbacks.value).filter((name) => !name.startsWith("x-"));
  const items = names.flatMap((name) => {
    const expressions = reader.members(callbacks, name).filter(({ key }) => !key.startsWith("x-"));
    return expressions.map((item) => ({ name, item, shared: expressions.length > 1 }));
  });
  if (!isCallback)
    return items.flatMap(({ name, item, shared }) =>
      incomingOf(reader, item, { name, expression: item.key, shared }, readPathItem),
    );
  // Where a circle was cut nothing is left out that is not said already.
  if (items.some(({ item }) => isJsonObject(item.value) && brokenReferenceOf(item.value) === null))
    reader.diagnostics.add("callback-nested", callbacks.origin, {});
  return [];
}

function incomingOf(
  reader: Reader,
  item: Item,
  about: Pick<NormalIncoming, "name" | "expression" | "shared">,
  readPathItem: ReadPathItem,
): readonly NormalIncoming[] {
  // What is wrong with a reference was said at its place.
  const pathItem = brokenReferenceOf(item.value) === null ? reader.asNode(item) : null;
  const operations = pathItem === null ? [] : readPathItem(pathItem, item.key);
  return operations.map((operation) => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
    for (const { name, origin } of inPath) {
      const place = { uri: origin.uri, pointer: `${origin.pointer}/name` };
      reader.diagnostics.add("path-parameter-unused", place, { name, path: item.key });
    }
    const parameters = operation.parameters.filter((parameter) => parameter.in !== "path");
    return { ...about, several: operations.length > 1, operation: { ...operation, parameters } };
  });
}
