export interface Never {
  gone?: never;
  any: unknown;
}
