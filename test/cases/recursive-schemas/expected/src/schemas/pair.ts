/** Items: at least 1 */
export type Pair = [string, Pair?];
