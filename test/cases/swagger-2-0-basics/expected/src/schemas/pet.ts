export interface Pet {
  kind: string;
  name: string;
  owner?: string | null;
}
