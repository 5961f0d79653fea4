/** A limit that bends. */
export interface Soft {
  /** @example ".inf" */
  most?: number;
}
