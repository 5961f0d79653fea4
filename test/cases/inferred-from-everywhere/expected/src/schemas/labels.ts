/**
 * Inferred from an example, seen once.
 *
 * @example {"en":"One","de":"Eins"}
 */
export interface Labels {
  [key: string]: string;
}
