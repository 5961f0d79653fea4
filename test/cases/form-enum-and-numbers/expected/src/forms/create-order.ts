import type { CreateOrderBody } from "../operations/default/create-order.js";
import {
  type DecodeResult,
  FormReader,
  booleanValue,
  enumValue,
  integerValue,
  numberValue,
} from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `createOrder`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeCreateOrderForm(body: CreateOrderBody): string {
  let form = "";
  if (body.size != null) form += "&size=" + formText(body.size, "size");
  if (body.color != null) form += "&color=" + formText(body.color, "color");
  if (body.trim != null) form += "&trim=" + formText(body.trim, "trim");
  if (body.extras != null) for (const item of body.extras) form += "&extras=" + formText(item, "extras");
  if (body.level != null) form += "&level=" + formText(body.level, "level");
  if (body.count != null) form += "&count=" + formText(body.count, "count");
  if (body.weight != null) form += "&weight=" + formText(body.weight, "weight");
  if (body.express != null) form += "&express=" + formText(body.express, "express");
  return form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  const reader = new FormReader(text);
  const size = reader.required("size", enumValue<NonNullable<CreateOrderBody["size"]>>(["small", "large"]));
  const color = reader.optional("color", enumValue<NonNullable<CreateOrderBody["color"]>>(["red", "green"]));
  const trim = reader.optional("trim", enumValue<NonNullable<CreateOrderBody["trim"]>>(["red", "green"]));
  const extras = reader.list(
    "extras",
    enumValue<NonNullable<NonNullable<CreateOrderBody["extras"]>[number]>>(["gift", "note"]),
  );
  const level = reader.optional("level", enumValue<NonNullable<CreateOrderBody["level"]>>([1, 2]));
  const count = reader.required("count", integerValue);
  const weight = reader.optional("weight", numberValue);
  const express = reader.optional("express", booleanValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      size: size,
      ...(color !== undefined && { color: color }),
      ...(trim !== undefined && { trim: trim }),
      ...(extras !== undefined && { extras: extras }),
      ...(level !== undefined && { level: level }),
      count: count,
      ...(weight !== undefined && { weight: weight }),
      ...(express !== undefined && { express: express }),
    },
  };
}
