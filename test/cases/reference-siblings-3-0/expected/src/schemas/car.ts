import type { Colour } from "./colour.js";

export interface Car {
  /**
   * @default "red"
   * @deprecated
   */
  body: Colour;
  /** Of the roof. */
  roof: Colour | null;
  readonly seats: Colour;
  trim: Colour;
}
