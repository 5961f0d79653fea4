import type { Cat } from "./cat.js";
import type { PetBase } from "./pet-base.js";

export type Pet =
  | Cat
  | (PetBase & {
      kind: "Pet";
    });
