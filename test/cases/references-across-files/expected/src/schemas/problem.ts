export interface ProblemSchema {
  title?: string;
}
