import type { ApiPromise, Client, RequestOptions } from "../client.js";
import {
  type DefaultHealthInput,
  type DefaultHealthResponse,
  type DefaultHealthResult,
  defaultHealth,
} from "../operations/default/default-health.js";

/** The operations without a tag, or of the tag `default`. */
export interface DefaultFacade {
  /** `GET /health` */
  readonly defaultHealth: (
    input?: DefaultHealthInput,
    options?: RequestOptions,
  ) => ApiPromise<DefaultHealthResponse, DefaultHealthResult>;
}

/** Binds these operations to a client. */
export function createFacade(client: Client): DefaultFacade {
  return {
    defaultHealth: (input, options) => defaultHealth(client, input, options),
  };
}
