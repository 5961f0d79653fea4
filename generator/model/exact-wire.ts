/**
 * Whether a value that travelled as text is read back with the types that it had. Where it is only told at run time what
 * a text is, numbers stay texts (docs/forms.md), and must not be held against a schema.
 */
import type { PartValue, Scalar, WireSlot, WireValue } from "./wire.js";

/** Whether a field of a form or a parameter is read with its types. */
export function isExactSlot({ value }: WireSlot): boolean {
  return isExact(value);
}

/** Whether a part of a multipart body is read with its types. */
export function isExactPart(part: PartValue): boolean {
  switch (part.kind) {
    case "text":
      return isExactScalar(part.scalar);
    case "list":
      return isExactPart(part.item);
    case "pairs":
      return isExactSlot(part.slot);
    case "json":
    case "file":
      return true;
    case "any":
      return false;
  }
}

function isExact(value: WireValue): boolean {
  switch (value.kind) {
    case "text":
      return isExactScalar(value.scalar);
    case "json":
      return true;
    case "list":
      return isExactSlot(value.item);
    case "object":
      return areExact(value);
    case "delimited":
      return value.content.kind === "list" ? isExactSlot(value.content.item) : areExact(value.content);
    case "either":
      return (
        (value.scalar === null || isExactScalar(value.scalar)) &&
        (value.list === null || isExact(value.list)) &&
        (value.object === null || isExact(value.object))
      );
    case "any":
      return false;
  }
}

function areExact({ fields, rest }: { readonly fields: readonly WireSlot[]; readonly rest: WireSlot | null }): boolean {
  return fields.every(isExactSlot) && (rest === null || isExactSlot(rest));
}

/** A text beside another type is read as a text. */
function isExactScalar({ types, values }: Scalar): boolean {
  return values !== null || types.length < 2 || !types.includes("string");
}
