/**
 * What all kinds of `Pet` have in common.
 *
 * As requests have it; responses have `PetBase`.
 */
export interface PetBaseRequest {
  name?: string;
}
