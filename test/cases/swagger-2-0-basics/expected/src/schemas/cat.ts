import type { Pet } from "./pet.js";

export type Cat = Pet & {
  lives?: number;
} & {
  kind?: "Cat";
};
