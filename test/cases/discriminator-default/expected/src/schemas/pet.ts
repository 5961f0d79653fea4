import type { Cat } from "./cat.js";
import type { Dog } from "./dog.js";
import type { OtherPet } from "./other-pet.js";

/** Of the default, any kind. */
export type Pet = Cat | Dog | OtherPet;
