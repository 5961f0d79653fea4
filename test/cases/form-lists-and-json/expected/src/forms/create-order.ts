import type { CreateOrderBody } from "../operations/default/create-order.js";
import { type DecodeResult, readDelimited, readForm, readList } from "../runtime/form-reader.js";
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
    for (const item of listOf(body.tags, "tags")) if (item != null) form = form + "&tags=" + formText(item, "tags[]");
  if (body.ids != null) {
    let text = "";
    for (const item of listOf(body.ids, "ids")) if (item != null) text += "," + uriText(item, "ids[]");
    if (text !== "") form = form + "&ids=" + text.slice(1);
  }
  if (body.address != null) form = form + "&address=" + formText(jsonText(body.address, "address"), "address");
  if (body.lines != null)
    for (const item of listOf(body.lines, "lines"))
      if (item != null) form = form + "&lines=" + formText(jsonText(item, "lines[]"), "lines[]");
  return form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  return readForm(text, {
    tags: readList(readText),
    ids: readDelimited(",", readInteger),
    address: readJson(["object"]),
    lines: readList(readJson(["object"])),
  });
}
