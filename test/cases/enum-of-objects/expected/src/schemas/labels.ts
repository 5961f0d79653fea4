export interface Labels {
  [key: string]: string;
}
