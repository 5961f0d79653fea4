import type { Dog } from "./dog.js";
import type { Puppy } from "./puppy.js";

/** A schema, and one that extends it. */
export type Pet = Dog | Puppy;
