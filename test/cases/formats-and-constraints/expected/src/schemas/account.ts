export interface Account {
  /** Format: `int64`, value: at least 1 */
  id?: number;
  /** Format: `email`, length: 3 to 64 */
  email?: string;
  /** Pattern: `^[A-Z]{2}$` */
  code?: string;
  /** Format: `date` */
  born?: string;
  /**
   * When last.
   *
   * Format: `date-time`
   *
   * @default "2024-01-02T03:04:05Z"
   */
  seen?: string;
  /** Format: `binary` */
  photo?: string;
  /** Format: `byte` */
  key?: string;
  /** Encoding: `base64`, media type: `image/png` */
  icon?: string;
  /**
   * Value: more than 0 and at most 1
   *
   * @example 0.5
   */
  share?: number;
  /** Items: 1 to 5, all different */
  tags?: string[];
  /** Length: at least 2, pattern: `^a`, pattern: `b$` */
  word?: string;
  /** @deprecated */
  old?: string;
}
