export interface ResponsesKept {
  at?: string;
}
