import type { EventBase } from "./event-base.js";

export type Login = EventBase & {
  user: string;
  type?: "login";
};
