export interface Holder {
  done?: unknown;
}
