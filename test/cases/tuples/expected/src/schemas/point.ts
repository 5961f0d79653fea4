/** Items: at least 2 */
export type Point = [number, number];
