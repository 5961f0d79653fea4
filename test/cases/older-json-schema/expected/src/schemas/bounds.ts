export interface Bounds {
  /** Value: more than 1 */
  above?: number;
  /** Value: at most 9 */
  upTo?: number;
  unbound?: number;
  none?: string;
  listed?: string | null;
}
