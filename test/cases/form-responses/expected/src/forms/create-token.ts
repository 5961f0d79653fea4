import type { CreateTokenErrorForm, CreateTokenResponse } from "../operations/default/create-token.js";
import { type DecodeResult, nullable, readForm, readList, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { readBoolean, readInteger, readJson, readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";

/**
 * The form of `CreateTokenResponse`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateTokenResponse(body: CreateTokenResponse): string {
  let form = "";
  objectOf(body, "body");
  form = formField("access_token=", body.access_token);
  form = form + formField("&expires_in=", body.expires_in);
  if (body.scope != null)
    for (const item of listOf(body.scope, "scope"))
      if (item != null) form = form + "&scope=" + formText(item, "scope[]");
  form = form + formField("&renew=", body.renew);
  if (body.owner != null) form = form + "&owner=" + formText(jsonText(body.owner, "owner"), "owner");
  return body.access_token != null ? form : form.slice(1);
}

/** Reads a form of `CreateTokenResponse`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateTokenResponse(text: string): DecodeResult<CreateTokenResponse> {
  return readForm(text, {
    access_token: required(readText),
    expires_in: required(readInteger),
    scope: readList(readText),
    renew: nullable(readBoolean),
    owner: readJson(["object"]),
  });
}

/**
 * The form of `CreateTokenErrorForm`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeCreateTokenErrorForm(body: CreateTokenErrorForm): string {
  let form = "";
  objectOf(body, "body");
  form = formField("error=", body.error);
  form = form + formField("&status=", body.status);
  return body.error != null ? form : form.slice(1);
}

/** Reads a form of `CreateTokenErrorForm`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeCreateTokenErrorForm(text: string): DecodeResult<CreateTokenErrorForm> {
  return readForm(text, { error: required(readText), status: readInteger });
}
