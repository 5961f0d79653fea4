/** Where in a JSON value something stands that is something else in code: integers of 64 bits, dates. Types only. */

/** What of that a value may have in it. */
export interface ConvertedKinds {
  /** What integers of 64 bits are, where there are any that are no numbers. */
  readonly int64: "bigint" | "string" | null;
  readonly dates: boolean;
}

export type ValueShape =
  /**
   * An integer as a bigint, or as a string (`text`: that may also be any other text); a date and time as a `Date`
   * (`other`: beside it, text that is none).
   */
  | { readonly kind: "here"; readonly type: "bigint" | "string" | "text" | "Date" | "other" }
  /** Wherever text stands in the value, it may be any. */
  | { readonly kind: "anyText" }
  /** As a component schema says. */
  | ({ readonly kind: "schema"; readonly id: string; readonly slug: string } & ConvertedKinds)
  /** As each of these says. */
  | { readonly kind: "all"; readonly shapes: readonly ValueShape[] }
  | {
      readonly kind: "list";
      /** Of the first items, by position. */
      readonly first: readonly (ValueShape | null)[];
      /** Of the others. */
      readonly rest: ValueShape | null;
    }
  | {
      readonly kind: "object";
      /** Where there is a `rest`, all that the schema lists. */
      readonly members: readonly { readonly name: string; readonly shape: ValueShape | null }[];
      /** Of members that are not listed. */
      readonly rest: ValueShape | null;
    }
  /** By the text of a property. */
  | {
      readonly kind: "by";
      readonly property: string;
      readonly variants: readonly { readonly value: string; readonly shape: ValueShape | null }[];
      /** Of any other text, and where there is none; then all variants are listed. */
      readonly rest: ValueShape | null;
    };
