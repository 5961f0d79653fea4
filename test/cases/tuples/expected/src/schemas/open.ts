export type Open = [string?, number?, ...unknown[]];
