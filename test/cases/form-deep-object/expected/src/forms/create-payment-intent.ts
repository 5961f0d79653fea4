import type { CreatePaymentIntentBody } from "../operations/default/create-payment-intent.js";
import { anyPairs } from "../runtime/any-pairs.js";
import { readAny } from "../runtime/any-reader.js";
import { type DecodeResult, readForm, readList, readObject, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";
import { uriText } from "../runtime/uri-text.js";

/**
 * The form body of `createPaymentIntent`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreatePaymentIntentForm(body: CreatePaymentIntentBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("amount=", body.amount);
  if (body.shipping != null) {
    const shipping = objectOf(body.shipping, "shipping");
    if (shipping.name != null) form = form + "&shipping%5Bname%5D=" + uriText(shipping.name, "shipping.name");
    if (shipping.address != null) {
      const address = objectOf(shipping.address, "shipping.address");
      if (address.line1 === null) form = form + "&shipping%5Baddress%5D%5Bline1%5D=";
      else if (address.line1 != null)
        form = form + "&shipping%5Baddress%5D%5Bline1%5D=" + uriText(address.line1, "shipping.address.line1");
    }
  }
  if (body.items != null) {
    const items = listOf(body.items, "items");
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item != null) {
        objectOf(item, "items[]");
        if (item.price != null)
          form = form + "&items%5B" + i + "%5D%5Bprice%5D=" + uriText(item.price, "items[].price");
        if (item.quantity != null)
          form = form + "&items%5B" + i + "%5D%5Bquantity%5D=" + uriText(item.quantity, "items[].quantity");
      }
    }
  }
  if (body.expand != null) {
    const expand = listOf(body.expand, "expand");
    for (let i = 0; i < expand.length; i++) {
      const item = expand[i];
      if (item != null) form = form + "&expand%5B" + i + "%5D=" + uriText(item, "expand[]");
    }
  }
  if (body.metadata != null) {
    const metadata = objectOf(body.metadata, "metadata");
    for (const [name, value] of Object.entries(metadata))
      if (value != null) form = form + "&metadata%5B" + uriText(name, "metadata") + "%5D=" + uriText(value, "metadata");
  }
  if (body.tree != null) {
    const tree = objectOf(body.tree, "tree");
    if (tree.name != null) form = form + "&tree%5Bname%5D=" + uriText(tree.name, "tree.name");
    if (tree.child != null)
      form =
        form +
        anyPairs("&tree%5Bchild%5D", tree.child, "tree.child", {
          lists: "indices",
          objects: "brackets",
          text: uriText,
        });
  }
  return body.amount != null ? form : form.slice(1);
}

/** Reads a form body of `createPaymentIntent`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreatePaymentIntentForm(text: string): DecodeResult<CreatePaymentIntentBody> {
  return readForm(text, {
    amount: required(readInteger),
    shipping: readObject({ name: readText, address: readObject({ line1: readText }) }),
    items: readList(readObject({ price: required(readText), quantity: readInteger })),
    expand: readList(readText),
    metadata: readObject({}, readText),
    tree: readObject({ name: readText, child: readAny(["object"]) }),
  });
}
