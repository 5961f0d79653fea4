/** Readers of dates and times, in forms, queries, paths and headers. */
import { dateOf, dateWords } from "./date-time.js";
import type { Read } from "./form-reader.js";
import { scalar } from "./scalar-reader.js";

/** As a Date. */
export const readDate: Read = scalar(dateWords, dateOf);

/** As a Date; any other text as it is. */
export const readDateOrText: Read = scalar("text", (text) => dateOf(text) ?? text);
