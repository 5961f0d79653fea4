export interface DogHome {
  street?: string;
}
