export interface RecordSchema {
  /** Format: `date-time` */
  at?: string;
}
