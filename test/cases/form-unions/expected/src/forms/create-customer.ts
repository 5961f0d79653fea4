import type { CreateCustomerBody } from "../operations/default/create-customer.js";
import { readEither } from "../runtime/any-reader.js";
import { type DecodeResult, readForm, readList, readObject } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { readInteger, readJson, readOneOf, readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";
import { uriText } from "../runtime/uri-text.js";

/**
 * The form body of `createCustomer`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateCustomerForm(body: CreateCustomerBody): string {
  let form = "";
  objectOf(body, "body");
  if (body.metadata != null) {
    if (typeof body.metadata === "object") {
      const metadata = objectOf(body.metadata, "metadata");
      for (const [name, value] of Object.entries(metadata))
        if (value != null)
          form = form + "&metadata%5B" + uriText(name, "metadata") + "%5D=" + uriText(value, "metadata");
    } else {
      form = form + "&metadata=" + uriText(body.metadata, "metadata");
    }
  }
  if (body.ids != null) {
    if (Array.isArray(body.ids)) {
      for (const item of listOf(body.ids, "ids")) if (item != null) form = form + "&ids=" + formText(item, "ids[]");
    } else {
      form = form + "&ids=" + formText(body.ids, "ids");
    }
  }
  if (body.note != null) {
    if (typeof body.note === "object") {
      form = form + "&note=" + formText(jsonText(body.note, "note"), "note");
    } else {
      form = form + "&note=" + formText(body.note, "note");
    }
  }
  return form.slice(1);
}

/** Reads a form body of `createCustomer`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateCustomerForm(text: string): DecodeResult<CreateCustomerBody> {
  return readForm(text, {
    metadata: readEither(readOneOf([""]), null, readObject({}, readText)),
    ids: readEither(readInteger, readList(readInteger), null),
    note: readEither(readText, null, readJson(["object"])),
  });
}
