/** Inferred from 3 examples. */
export interface Buyer {
  id: number;
  name: string;
  /** Format: `email` */
  email: string;
}
