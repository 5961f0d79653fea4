import type { Cat } from "./cat.js";
import type { Dog } from "./dog.js";

export type Pet = Cat | Dog;
