export * from "./client.js";
export type { ListPetsInput, ListPetsResponse, ListPetsError, ListPetsResult } from "./operations/default/list-pets.js";
export type { Pet } from "./schemas/pet.js";
export { pet_kind } from "./schemas/pet-kind.js";
export type { Owner } from "./schemas/owner.js";
