/** Readers of integers of 64 bits, in forms, queries, paths and headers. */
import type { Read } from "./form-reader.js";
import { parseInt64 } from "./int64-json.js";
import type { Int64Shape } from "./int64-shape.js";
import { jsonWords, parseJson, scalar } from "./scalar-reader.js";

const isInteger = (text: string) => /^-?\d{1,64}$/.test(text);

/** As a bigint. */
export const readBigint: Read = scalar("an integer", (text) => (isInteger(text) ? BigInt(text) : undefined));

/** As its digits. */
export const readDigits: Read = scalar("an integer", (text) => (isInteger(text) ? text : undefined));

/** JSON text of one of these types, as `readJson`, with such integers in it. */
export function readInt64Json(types: readonly string[], shape: Int64Shape): Read {
  const read = (text: string) => (parseJson(text, types) === undefined ? undefined : parseInt64(text, shape));
  return scalar(jsonWords(types), read);
}
