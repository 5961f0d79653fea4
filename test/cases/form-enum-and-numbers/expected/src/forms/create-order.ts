import type { CreateOrderBody } from "../operations/default/create-order.js";
import { type DecodeResult, nullable, readForm, readList, required } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
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
  if (body.size != null) form = "size=" + formText(body.size, "size");
  if (body.color != null) form = form + "&color=" + formText(body.color, "color");
  if (body.trim != null) form = form + "&trim=" + formText(body.trim, "trim");
  if (body.extras != null)
    for (const item of listOf(body.extras, "extras"))
      if (item != null) form = form + "&extras=" + formText(item, "extras[]");
  if (body.level != null) form = form + "&level=" + formText(body.level, "level");
  if (body.count != null) form = form + "&count=" + formText(body.count, "count");
  if (body.weight != null) form = form + "&weight=" + formText(body.weight, "weight");
  if (body.express != null) form = form + "&express=" + formText(body.express, "express");
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
