/** JSON with integers of 64 bits and dates. */
import { convertJson } from "./convert-json.js";
import { datesOf } from "./date-json.js";
import { exactly, int64Of } from "./int64-json.js";
import type { ParseShaped } from "./value-shape.js";

/** Parses JSON, with all that `parseInt64` and `parseDates` put in. */
export const parseInt64AndDates: ParseShaped = (text, shape, wrong) => {
  const dateIn = datesOf(wrong);
  return convertJson(
    text,
    shape,
    (item, ...about) => (typeof item === "number" ? int64Of : dateIn)(item, ...about),
    exactly,
  );
};
