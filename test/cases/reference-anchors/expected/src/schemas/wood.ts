export interface Wood {
  hectares?: number;
}
