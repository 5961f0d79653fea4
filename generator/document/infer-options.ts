/** The choices that users have about inference. */

export const requiredChoices = ["seen", "repeated", "never"] as const;
export const partialChoices = ["keep", "extend"] as const;

export interface InferOptions {
  /**
   * Which keys of an object are required: those that every object of the place has (`seen`), the same but only where
   * there were two objects or more (`repeated`), or none (`never`).
   */
  readonly required: (typeof requiredChoices)[number];
}

export interface DocumentInferOptions extends InferOptions {
  /** Whether a schema that says something stays as it is (`keep`), or examples add to it what it does not say (`extend`). */
  readonly partial: (typeof partialChoices)[number];
}
