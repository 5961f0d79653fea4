/**
 * How a value travels as text: in a form, a query, a cookie. Decided by `wire-value.ts` and `form-fields.ts`, written
 * out as code by `view/wire-writer.ts` and `view/wire-reader.ts`. Types only.
 */

import type { ValueShape } from "./value-shape.js";

/** Where in a JSON value the dates stand: there, in these members, or in the items of a list. */
export type DateShape = true | readonly [DateShape] | { readonly [member: string]: DateShape };

/**
 * What a text needs where it stands. `form`: as WHATWG serialises forms; `uri`: RFC 3986, only unreserved characters
 * stay; `reserved`: reserved ones stay too (`allowReserved`); `cookie`: nothing is escaped, what would end the value is
 * refused; `none`: nothing.
 */
export type Escape = "form" | "uri" | "reserved" | "cookie" | "none";

/** How the items of a list are named: `a=`, `a[]=`, `a[0]=`, or all in one: `a=x,y`. */
export type ListKeys = "same" | "brackets" | "indices" | "comma";

export type ScalarType = "string" | "number" | "integer" | "boolean";

/** A value that is one text. */
export interface Scalar {
  /** Several for a union. */
  readonly types: readonly ScalarType[];
  /** The only values; null where all of the types are allowed. */
  readonly values: readonly (string | number | bigint | boolean)[] | null;
  /**
   * How a `Date`, or bytes, are written that are given in place of a string; what an integer of 64 bits, or a date and
   * time, is in code, where that is no number, or no string.
   */
  readonly format:
    "date" | "base64" | "base64url" | "int64-bigint" | "int64-string" | "date-time" | "date-time-or-text" | null;
}

/** The JSON types that a value may have, null among them. */
export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

export type WireValue =
  | { readonly kind: "text"; readonly scalar: Scalar }
  /** JSON text; a string too, in quotes. `nulls`: null is sent, as `null`. */
  | {
      readonly kind: "json";
      readonly types: readonly JsonType[];
      readonly nulls: boolean;
      readonly dates: DateShape | null;
      readonly shape: ValueShape | null;
    }
  | { readonly kind: "list"; readonly keys: "same" | "brackets" | "indices"; readonly item: WireSlot }
  /** `flat`: members are named as they are; `brackets`: `name[member]`. */
  | {
      readonly kind: "object";
      readonly keys: "flat" | "brackets";
      readonly fields: readonly WireField[];
      /** Members that are not listed; null where there are none. */
      readonly rest: WireSlot | null;
    }
  /** One text with a separator between items, or between names and values in turn. */
  | { readonly kind: "delimited"; readonly separator: Separator; readonly content: DelimitedContent }
  /** One of several, told apart at run time by its JSON type. */
  | {
      readonly kind: "either";
      readonly scalar: Scalar | null;
      readonly list: WireValue | null;
      readonly object: WireValue | null;
    }
  /** Whatever it turns out to be at run time, walked there. */
  | {
      readonly kind: "any";
      readonly types: readonly JsonType[];
      readonly lists: ListKeys | "json";
      /** Between items, where the list is one text. */
      readonly separator: Separator;
      readonly objects: "json" | "brackets" | "flat" | "comma";
      readonly shape: ValueShape | null;
    };

export type Separator = "," | " " | "|";

export type DelimitedContent =
  | { readonly kind: "list"; readonly item: WireSlot }
  | { readonly kind: "object"; readonly fields: readonly WireField[]; readonly rest: WireSlot | null };

export interface WireSlot {
  readonly value: WireValue;
  /** The schema allows null. */
  readonly nullable: boolean;
}

export interface WireField extends WireSlot {
  readonly name: string;
  readonly required: boolean;
}

/** A property of a form, with the escaping of its names and texts. */
export interface FormField extends WireField {
  readonly escape: Escape;
  /** The security scheme whose credential this field is, or null. */
  readonly credential: string | null;
}

/** One property of a multipart body: a part, or several. */
export interface MultipartField {
  readonly name: string;
  readonly required: boolean;
  readonly part: PartValue;
}

export type PartValue =
  | { readonly kind: "text"; readonly scalar: Scalar; readonly header: PartHeader }
  | {
      readonly kind: "json";
      readonly types: readonly JsonType[];
      readonly dates: DateShape | null;
      readonly shape: ValueShape | null;
      readonly header: PartHeader;
    }
  /** Bytes with a file name. */
  | { readonly kind: "file"; readonly header: PartHeader }
  /** A part for each item. */
  | { readonly kind: "list"; readonly item: PartValue }
  /** Named by a style, as a form would, without escaping. */
  | { readonly kind: "pairs"; readonly slot: WireSlot }
  /** Whatever it turns out to be at run time. */
  | { readonly kind: "any"; readonly header: PartHeader };

export interface PartHeader {
  /** The one concrete media type that the document gives; null where it gives none, several or a range. */
  readonly contentType: string | null;
  /** Headers whose value the document fixes. */
  readonly headers: Readonly<Record<string, string>>;
}
