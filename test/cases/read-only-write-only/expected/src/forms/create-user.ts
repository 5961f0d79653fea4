import type { CreateUserBody } from "../operations/default/create-user.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { readJson, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `createUser`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateUserForm(body: CreateUserBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("name=", body.name);
  form = form + formField("&password=", body.password);
  if (body.address != null) form = form + "&address=" + formText(jsonText(body.address, "address"), "address");
  if (body.boss != null) form = form + "&boss=" + formText(jsonText(body.boss, "boss"), "boss");
  return body.name != null ? form : form.slice(1);
}

/** Reads a form body of `createUser`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateUserForm(text: string): DecodeResult<CreateUserBody> {
  return readForm(text, {
    name: required(readText),
    password: required(readText),
    address: readJson(["object"]),
    boss: readJson(["object"]),
  });
}
