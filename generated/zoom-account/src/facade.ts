import type { Client } from "./client.js";
import { type AccountFacade, createFacade as createAccountFacade } from "./facade/account.js";

/** The operations of Zoom account, bound to a client, by their tags. */
export interface Facade {
  /** The operations of the tag `Account`. */
  readonly account: AccountFacade;
}

/** Binds all operations to a client. To have those of one tag alone, import from its own module. */
export function createFacade(client: Client): Facade {
  return {
    account: createAccountFacade(client),
  };
}
