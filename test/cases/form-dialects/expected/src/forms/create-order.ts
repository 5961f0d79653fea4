import type { CreateOrderBody } from "../operations/default/create-order.js";
import { readEither } from "../runtime/any-reader.js";
import { type DecodeResult, readDelimited, readForm, readList, readObject } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { readInteger, readJson, readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";
import { uriText } from "../runtime/uri-text.js";

/**
 * The form body of `createOrder`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateOrderForm(body: CreateOrderBody): string {
  let form = "";
  objectOf(body, "body");
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
  if (body.metadata != null) {
    if (typeof body.metadata === "object") {
      const metadata = objectOf(body.metadata, "metadata");
      for (const [name, value] of Object.entries(metadata))
        if (value != null)
          form = form + "&metadata%5B" + formText(name, "metadata") + "%5D=" + formText(value, "metadata");
    } else {
      form = form + "&metadata=" + formText(body.metadata, "metadata");
    }
  }
  return form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  return readForm(text, {
    tags: readList(readText),
    address: readObject({ city: readText, lines: readList(readText) }),
    blocks: readJson(["array"]),
    ids: readDelimited(",", readInteger),
    metadata: readEither(readText, null, readObject({}, readText)),
  });
}
