import type { Dog } from "./dog.js";

export type Pet = Dog;
