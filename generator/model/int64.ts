/** Where in a JSON value integers of 64 bits stand that are no numbers in code. Types only. */

export type Int64Shape =
  /** `text`: a string that may also be any other text. */
  | { readonly kind: "here"; readonly type: "bigint" | "string" | "text" }
  /** As a component schema says, in which they are of this type. */
  | { readonly kind: "schema"; readonly id: string; readonly slug: string; readonly type: "bigint" | "string" }
  /** As each of these says. */
  | { readonly kind: "all"; readonly shapes: readonly Int64Shape[] }
  | {
      readonly kind: "list";
      /** Of the first items, by position. */
      readonly first: readonly (Int64Shape | null)[];
      /** Of the others. */
      readonly rest: Int64Shape | null;
    }
  | {
      readonly kind: "object";
      /** Where there is a `rest`, all that the schema lists. */
      readonly members: readonly { readonly name: string; readonly shape: Int64Shape | null }[];
      /** Of members that are not listed. */
      readonly rest: Int64Shape | null;
    }
  /** By the text of a property. */
  | {
      readonly kind: "by";
      readonly property: string;
      readonly variants: readonly { readonly value: string; readonly shape: Int64Shape | null }[];
      /** Of any other text, and where there is none; then all variants are listed. */
      readonly rest: Int64Shape | null;
    };
