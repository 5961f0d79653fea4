/** What all kinds of `Pet` have in common. */
export interface PetBase {
  readonly kind?: string;
  name?: string;
}
