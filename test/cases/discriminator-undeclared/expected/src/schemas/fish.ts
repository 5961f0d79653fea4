export interface Fish {
  scales?: number;
}
