export interface OtherPet {
  kind?: string;
  name: string;
}
