import type { DogRequest } from "./dog-request.js";

/** As requests have it; responses have `Pet`. */
export type PetRequest = DogRequest;
