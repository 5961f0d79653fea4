export * from "./client.js";
export type { FirstPetInput, FirstPetResponse, FirstPetError, FirstPetResult } from "./operations/default/first-pet.js";
export type { Pet } from "./schemas/pet.js";
export type { Whole } from "./schemas/whole.js";
