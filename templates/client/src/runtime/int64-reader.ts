/** Readers of integers of 64 bits, in forms, queries, paths and headers. */
import type { Read } from "./form-reader.js";
import { scalar } from "./scalar-reader.js";

const isInteger = (text: string) => /^-?\d{1,64}$/.test(text);

/** As a bigint. */
export const readBigint: Read = scalar("an integer", (text) => (isInteger(text) ? BigInt(text) : undefined));

/** As its digits. */
export const readDigits: Read = scalar("an integer", (text) => (isInteger(text) ? text : undefined));
