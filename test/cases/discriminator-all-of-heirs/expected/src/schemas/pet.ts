import type { Cat } from "./cat.js";
import type { Dog } from "./dog.js";
import type { PetBase } from "./pet-base.js";

/** Any pet. */
export type Pet =
  | Dog
  | Cat
  | (PetBase & {
      kind: "Pet";
    });
