export type List = List[];
