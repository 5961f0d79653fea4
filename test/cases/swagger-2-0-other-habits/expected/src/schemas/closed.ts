import type { Id } from "./id.js";

export type Closed = [Id?, string?];
