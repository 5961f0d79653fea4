import type { CreateOrderBody } from "../operations/default/create-order.js";
import { type DecodeResult, FormReader, integerValue, jsonValue, textValue } from "../runtime/form-reader.js";
import { formJson, formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `createOrder`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeCreateOrderForm(body: CreateOrderBody): string {
  let form = "";
  if (body.tags != null) for (const item of body.tags) form += "&tags=" + formText(item, "tags");
  if (body.ids != null) form += "&ids=" + body.ids.map((item) => formText(item, "ids")).join(",");
  if (body.address != null) form += "&address=" + formJson(body.address, "address");
  if (body.lines != null) for (const item of body.lines) form += "&lines=" + formJson(item, "lines");
  return form.slice(1);
}

/** Reads a form body of `createOrder`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateOrderForm(text: string): DecodeResult<CreateOrderBody> {
  const reader = new FormReader(text);
  const tags = reader.list("tags", textValue);
  const ids = reader.list("ids", integerValue, ",");
  const address = reader.optional("address", jsonValue<NonNullable<CreateOrderBody["address"]>>());
  const lines = reader.list("lines", jsonValue<NonNullable<NonNullable<CreateOrderBody["lines"]>[number]>>());
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...(tags !== undefined && { tags: tags }),
      ...(ids !== undefined && { ids: ids }),
      ...(address !== undefined && { address: address }),
      ...(lines !== undefined && { lines: lines }),
    },
  };
}
