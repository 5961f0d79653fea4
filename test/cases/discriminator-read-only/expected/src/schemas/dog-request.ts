import type { PetBaseRequest } from "./pet-base-request.js";

/** As requests have it; responses have `Dog`. */
export type DogRequest = PetBaseRequest & {
  bark?: boolean;
};
