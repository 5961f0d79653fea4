/** What `Dog` and its other kinds have in common. */
export interface DogBase {
  kind: string;
  bark?: boolean;
}
