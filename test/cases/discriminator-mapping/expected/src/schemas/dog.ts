export interface Dog {
  kind: "dog";
  bark?: boolean;
}
