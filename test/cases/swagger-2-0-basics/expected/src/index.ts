export * from "./client.js";
export type {
  ReplacePetPath,
  ReplacePetQuery,
  ReplacePetBody,
  ReplacePetInput,
  ReplacePetResponse,
  ReplacePetError,
  ReplacePetResult,
} from "./operations/default/replace-pet.js";
export type {
  PrintPetPath,
  PrintPetInput,
  PrintPetResponse,
  PrintPetError,
  PrintPetResult,
} from "./operations/default/print-pet.js";
export type { PetBase } from "./schemas/pet-base.js";
export type { Pet } from "./schemas/pet.js";
export type { Cat } from "./schemas/cat.js";
export type { ProblemSchema } from "./schemas/problem.js";
