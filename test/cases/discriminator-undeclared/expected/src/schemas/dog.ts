export interface Dog {
  bark?: boolean;
  kind?: "dog";
}
