/**
 * Format: `int64`
 *
 * @example 9007199254740993
 */
export type Id = string;
