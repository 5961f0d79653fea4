import { type ValueShape, anyText } from "../runtime/value-shape.js";
import { shapeOfCall } from "./call.js";

/** Where `Meeting` has dates. */
export const shapeOfMeeting: ValueShape = {
  members: {
    start: "Date",
    end: "Date",
    reminders: { items: "Date" },
    joined: { members: {}, others: "Date" },
    series: { items: () => shapeOfMeeting },
    due: { all: ["Date", "other"] },
    last: { by: "kind", of: { call: () => shapeOfCall } },
    any: { all: [{ members: { at: "Date" } }, anyText] },
  },
};
