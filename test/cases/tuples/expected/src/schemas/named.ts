/** Items: at least 1 */
export type Named = [string, ...number[]];
