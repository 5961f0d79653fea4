export interface Thing {
  a: string | null;
  /** @deprecated */
  readonly b: string;
  /**
   * Value: at least 1
   *
   * @default 5
   */
  c: number;
  /** @default false */
  d: boolean;
  /** @default "1.10" */
  e: string;
  /**
   * Format: `date`
   *
   * @example "2020-01-31"
   */
  f: string;
}
