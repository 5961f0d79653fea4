import type { Buyer } from "./buyer.js";

/** Inferred from 2 examples. */
export interface Order {
  id: number;
  total: number;
  /** Format: `date` */
  placed: string;
  buyer: Buyer;
}
