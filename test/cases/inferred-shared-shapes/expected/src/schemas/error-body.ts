/** Inferred from 2 examples. */
export interface ErrorBody {
  code: number;
  message: string;
  request: string;
}
