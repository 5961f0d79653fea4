/** Cats or dogs. */
export type pet_kind = "cat" | "dog";

/** The values of `pet_kind`, by name. */
export const pet_kind = {
  Cat: "cat",
  Dog: "dog",
} as const;
