/** JSON with integers of 64 bits and dates. */
import { type ConvertItem, convertJson } from "./convert-json.js";
import { datesIn } from "./date-json.js";
import { exactly, int64Of } from "./int64-json.js";
import { type ParseShaped, plainShapes } from "./value-shape.js";

/** Parses JSON, with all that `parseInt64` and `parseDates` put in. */
export const parseInt64AndDates: ParseShaped = (text, shape, wrong) => {
  const root = { value: JSON.parse(text) as unknown };
  const dateOf = datesIn(root, wrong);
  const convert: ConvertItem = (item, shapes, ...about) => {
    if (typeof item !== "number") return dateOf(item, shapes, ...about);
    const integers = plainShapes(shapes, item).filter((each) => each !== "Date" && each !== "other");
    return int64Of(item, integers, ...about);
  };
  return convertJson(root, shape, convert, exactly(text));
};
