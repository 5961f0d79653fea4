export type Json =
  | string
  | Json[]
  | {
      [key: string]: Json;
    };
