export interface GuardDog {
  kind: "guard-dog";
  bark?: boolean;
}
