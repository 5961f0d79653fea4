/** Items: 2 */
export type Old = [string, number];
