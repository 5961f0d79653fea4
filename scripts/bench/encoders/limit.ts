/**
 * The limit: the encoders of these two forms written by hand, by somebody who knows the type of each value and trusts it.
 * Ours must send the same bytes, and checks each value besides. Imported twice, with `?loop` and with `?regexp`.
 */
import type { ContactBody, PaymentBody } from "./bodies.js";

const hex = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`);
const formEscapes = hex.map((escape, byte) => (byte === 0x20 ? "+" : isKept(/[\w*.-]/, byte) ? "" : escape));
const uriEscapes = hex.map((escape, byte) => (isKept(/[\w.~-]/, byte) ? "" : escape));

function isKept(kept: RegExp, byte: number): boolean {
  return byte < 0x80 && kept.test(String.fromCharCode(byte));
}

/** Whether a regular expression looks first: faster where nothing is to be escaped, slower where something is. */
const looksFirst = import.meta.url.endsWith("?regexp");
const formSpecial = /[^\w*.-]/;
const uriSpecial = /[^\w.~-]/;

function form(text: string): string {
  return looksFirst && !formSpecial.test(text) ? text : escape(text, formEscapes);
}

function uri(text: string): string {
  return looksFirst && !uriSpecial.test(text) ? text : escape(text, uriEscapes);
}

/** Text in which nothing is to be escaped comes back as it is. */
function escape(text: string, escapes: readonly string[]): string {
  let escaped = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const written = unit < 0x80 ? escapes[unit] : utf8(text.codePointAt(i) ?? unit);
    if (written === "") continue;
    escaped += text.substring(start, i) + String(written);
    if (unit >= 0xd800 && written?.length === 12) i++;
    start = i + 1;
  }
  return start === 0 ? text : escaped + text.substring(start);
}

function utf8(point: number): string {
  const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
  const low = String(hex[0x80 | (code & 0x3f)]);
  if (code < 0x800) return String(hex[0xc0 | (code >> 6)]) + low;
  const middle = String(hex[0x80 | ((code >> 6) & 0x3f)]) + low;
  if (code < 0x10000) return String(hex[0xe0 | (code >> 12)]) + middle;
  return String(hex[0xf0 | (code >> 18)]) + String(hex[0x80 | ((code >> 12) & 0x3f)]) + middle;
}

export function encodeContact(body: ContactBody): string {
  let text = `email=${form(body.email)}&first_name=${form(body.first_name)}&last_name=${form(body.last_name)}`;
  if (body.company !== undefined) text += "&company=" + form(body.company);
  if (body.phone !== undefined) text += "&phone=" + form(body.phone);
  if (body.street !== undefined) text += "&street=" + form(body.street);
  if (body.postal_code !== undefined) text += "&postal_code=" + form(body.postal_code);
  if (body.city !== undefined) text += "&city=" + form(body.city);
  if (body.country !== undefined) text += "&country=" + form(body.country);
  if (body.website !== undefined) text += "&website=" + form(body.website);
  if (body.birthday !== undefined) text += "&birthday=" + form(body.birthday);
  if (body.joined_at !== undefined) text += "&joined_at=" + form(body.joined_at);
  if (body.employees !== undefined) text += `&employees=${body.employees}`;
  if (body.discount !== undefined) text += `&discount=${body.discount}`;
  if (body.newsletter !== undefined) text += `&newsletter=${body.newsletter}`;
  return text;
}

export function encodePayment(body: PaymentBody): string {
  let text = `amount=${body.amount}&currency=${form(body.currency)}`;
  if (body.confirm !== undefined) text += `&confirm=${body.confirm}`;
  if (body.description !== undefined) text += "&description=" + form(body.description);
  if (body.receipt_email !== undefined) text += "&receipt_email=" + form(body.receipt_email);
  // Neither of the two values has anything to escape.
  if (body.capture_method !== undefined) text += "&capture_method=" + body.capture_method;
  const { shipping, metadata, items } = body;
  if (shipping !== undefined) {
    text += "&shipping%5Bname%5D=" + uri(shipping.name);
    if (shipping.phone !== undefined) text += "&shipping%5Bphone%5D=" + uri(shipping.phone);
    if (shipping.carrier !== undefined) text += "&shipping%5Bcarrier%5D=" + uri(shipping.carrier);
    const { address } = shipping;
    if (address !== undefined) {
      if (address.line1 !== undefined) text += "&shipping%5Baddress%5D%5Bline1%5D=" + uri(address.line1);
      if (address.line2 !== undefined) text += "&shipping%5Baddress%5D%5Bline2%5D=" + uri(address.line2);
      if (address.city !== undefined) text += "&shipping%5Baddress%5D%5Bcity%5D=" + uri(address.city);
      if (address.postal_code !== undefined)
        text += "&shipping%5Baddress%5D%5Bpostal_code%5D=" + uri(address.postal_code);
      if (address.country !== undefined) text += "&shipping%5Baddress%5D%5Bcountry%5D=" + uri(address.country);
    }
  }
  if (metadata !== undefined) {
    for (const name of Object.keys(metadata)) {
      text += "&metadata%5B" + uri(name) + "%5D=" + uri(metadata[name] ?? "");
    }
  }
  if (items !== undefined) {
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item === undefined) continue;
      text += `&items%5B${i}%5D%5Bquantity%5D=${item.quantity}`;
      const price = item.price_data;
      if (price === undefined) continue;
      if (price.unit_amount !== undefined)
        text += `&items%5B${i}%5D%5Bprice_data%5D%5Bunit_amount%5D=${price.unit_amount}`;
      if (price.product_data !== undefined)
        text += `&items%5B${i}%5D%5Bprice_data%5D%5Bproduct_data%5D%5Bname%5D=${uri(price.product_data.name)}`;
    }
  }
  return text;
}
