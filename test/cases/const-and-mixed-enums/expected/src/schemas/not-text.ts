export type NotText = string | number;
