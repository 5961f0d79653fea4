import type { Client } from "./client.js";
import { type DefaultFacade, createFacade as createDefaultFacade } from "./facade/default.js";
import { type GiftCardsFacade, createFacade as createGiftCardsFacade } from "./facade/gift-cards.js";
import { type Order_18e78237Facade, createFacade as createOrder_18e78237Facade } from "./facade/order-18e78237.js";
import { type OrderFacade, createFacade as createOrderFacade } from "./facade/order.js";

/** The operations of Shop, bound to a client, by their tags. */
export interface Facade {
  /** Cards that are paid *in advance*. */
  readonly giftCards: GiftCardsFacade;
  /** The operations of the tag `order`. */
  readonly order: OrderFacade;
  /** The operations without a tag, or of the tag `default`. */
  readonly default: DefaultFacade;
  /** The operations of the tag `Order`. */
  readonly order_18e78237: Order_18e78237Facade;
}

/** Binds all operations to a client. To have those of one tag alone, import from its own module. */
export function createFacade(client: Client): Facade {
  return {
    giftCards: createGiftCardsFacade(client),
    order: createOrderFacade(client),
    default: createDefaultFacade(client),
    order_18e78237: createOrder_18e78237Facade(client),
  };
}
