import type { CreateOrderBody } from "../operations/default/create-order.js";
import { type DecodeResult, nullable, readForm, readList, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { readBoolean, readInteger, readNumber, readOneOf } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";

/**
 * The form body of `createOrder`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateOrderForm(body: CreateOrderBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("size=", body.size);
  form = form + formField("&color=", body.color);
  form = form + formField("&trim=", body.trim);
  if (body.extras != null)
    for (const item of listOf(body.extras, "extras"))
      if (item != null) form = form + "&extras=" + formText(item, "extras[]");
  form = form + formField("&level=", body.level);
  form = form + formField("&count=", body.count);
  form = form + formField("&weight=", body.weight);
  form = form + formField("&express=", body.express);
  return body.size != null ? form : form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  return readForm(text, {
    size: required(readOneOf(["small", "large"])),
    color: readOneOf(["red", "green"]),
    trim: readOneOf(["red", "green"]),
    extras: readList(readOneOf(["gift", "note"])),
    level: nullable(readOneOf([1, 2])),
    count: required(readInteger),
    weight: readNumber,
    express: readBoolean,
  });
}
