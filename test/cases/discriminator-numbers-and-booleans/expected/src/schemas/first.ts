export interface First {
  version: 1;
  text?: string;
}
