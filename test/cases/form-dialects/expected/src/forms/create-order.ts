import type { CreateOrderBody } from "../operations/default/create-order.js";
import { anyPairs } from "../runtime/any-pairs.js";
import {
  type DecodeResult,
  readAny,
  readDelimited,
  readForm,
  readInteger,
  readJson,
  readList,
  readObject,
  readText,
} from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { listOf, objectOf } from "../runtime/structure.js";
import { uriText } from "../runtime/uri-text.js";

/**
 * The form body of `createOrder`. Fields that are undefined are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateOrderForm(body: CreateOrderBody): string {
  let form = "";
  if (body.tags != null)
    for (const item of listOf(body.tags, "tags"))
      if (item != null) form = form + "&tags%5B%5D=" + formText(item, "tags[]");
  if (body.address != null) {
    const address = objectOf(body.address, "address");
    if (address.city != null) form = form + "&address%5Bcity%5D=" + formText(address.city, "address.city");
    if (address.lines != null)
      for (const item of listOf(address.lines, "address.lines"))
        if (item != null) form = form + "&address%5Blines%5D%5B%5D=" + formText(item, "address.lines[]");
  }
  if (body.blocks != null) form = form + "&blocks=" + formText(jsonText(body.blocks, "blocks"), "blocks");
  if (body.ids != null) {
    let text = "";
    for (const item of listOf(body.ids, "ids")) if (item != null) text += "," + uriText(item, "ids[]");
    if (text !== "") form = form + "&ids=" + text.slice(1);
  }
  if (body.metadata != null)
    form =
      form +
      anyPairs("&metadata", body.metadata, "metadata", { lists: "brackets", objects: "brackets", text: formText });
  return form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  return readForm(text, {
    tags: readList(readText),
    address: readObject({ city: readText, lines: readList(readText) }),
    blocks: readJson(["array"]),
    ids: readDelimited(",", readInteger),
    metadata: readAny(["object", "string"]),
  });
}
