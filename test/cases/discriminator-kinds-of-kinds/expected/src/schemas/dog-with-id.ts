import type { Dog } from "./dog.js";

/** Of the same kind. */
export type DogWithId = Dog & {
  id?: string;
};
