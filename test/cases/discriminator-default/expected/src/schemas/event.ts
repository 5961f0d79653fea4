import type { EventBase } from "./event-base.js";
import type { Login } from "./login.js";

/** A base that is its own default. */
export type Event = Login | EventBase;
