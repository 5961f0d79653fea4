/** Cats or dogs. */
export type pet_kind = "cat" | "dog";
