/** Bodies in parts that the caller has written. https://www.rfc-editor.org/rfc/rfc2046#section-5.1 */
import type { BodyValue } from "./draft.js";
import { FieldError } from "./field-error.js";
import { rawBody } from "./raw-body.js";

/**
 * The body, and its media type: without a boundary, nobody could tell its parts.
 * @param value `{ data, type }`, or FormData, which `fetch` gives a boundary
 * @param type what the document says, without a boundary
 * @throws FieldError for anything else
 */
export function multipartContent(
  value: unknown,
  type: string,
  field: string,
): { readonly body: BodyValue; readonly contentType?: string } {
  const isForm = type === "multipart/form-data";
  if (isForm && value instanceof FormData) return { body: value };
  const { data, type: own }: { readonly data?: unknown; readonly type?: unknown } = Object(value) as object;
  const [essence = ""] = type.split(";");
  if (typeof own !== "string" || !own.toLowerCase().startsWith(essence) || !/;\s*boundary=./i.test(own))
    throw new FieldError(
      field,
      `must be ${isForm ? "FormData, or " : ""}{ data, type } with a type such as "${type}; boundary=..."`,
    );
  return { body: rawBody(data, `${field}.data`), contentType: own };
}
