export interface ProblemBilling {
  invoice?: number;
}
