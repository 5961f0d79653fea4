/** Value: at least 0 */
export type TreeWeight = number;
