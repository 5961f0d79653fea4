import type { Status } from "./status.js";

export type AnyStatus = Status | null;
