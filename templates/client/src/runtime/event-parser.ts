/** Parsers of the data of events, which have names. */
import { type ParseShaped, plainShapes, shapeInside, type ValueShape } from "./value-shape.js";

/**
 * A parser of the data of events.
 * @param shape of a whole event
 */
export function eventParser(parse: ParseShaped, shape: ValueShape): (text: string, event: string) => unknown {
  return (text, event) => {
    const named = { event };
    const all = plainShapes([shape], named).flatMap((each) => shapeInside(each, named, "data") ?? []);
    return parse(text, { all });
  };
}
