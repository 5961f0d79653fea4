export interface RecordSchema {
  [key: string]: number;
}
