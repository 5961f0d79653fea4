import type { ApiPromise, Client, RequestOptions } from "../client.js";
import {
  type CreateOrderInput,
  type CreateOrderResponse,
  type CreateOrderResult,
  createOrder,
} from "../operations/order/create-order.js";
import {
  type ListOrderInput,
  type ListOrderResponse,
  type ListOrderResult,
  listOrder,
} from "../operations/order/list-order.js";
import {
  type NewOrderInput,
  type NewOrderResponse,
  type NewOrderResult,
  newOrder,
} from "../operations/order/new-order.js";
import {
  type OrderListInput,
  type OrderListResponse,
  type OrderListResult,
  orderList,
} from "../operations/order/order-list.js";

/** The operations of the tag `order`. */
export interface OrderFacade {
  /** `GET /orders` */
  readonly orderList: (
    input?: OrderListInput,
    options?: RequestOptions,
  ) => ApiPromise<OrderListResponse, OrderListResult>;
  /** `PUT /orders` */
  readonly listOrder: (
    input?: ListOrderInput,
    options?: RequestOptions,
  ) => ApiPromise<ListOrderResponse, ListOrderResult>;
  /** `POST /orders` */
  readonly create: (
    input?: CreateOrderInput,
    options?: RequestOptions,
  ) => ApiPromise<CreateOrderResponse, CreateOrderResult>;
  /** `GET /orders/new` */
  readonly new: (input?: NewOrderInput, options?: RequestOptions) => ApiPromise<NewOrderResponse, NewOrderResult>;
}

/** Binds these operations to a client. */
export function createFacade(client: Client): OrderFacade {
  return {
    orderList: (input, options) => orderList(client, input, options),
    listOrder: (input, options) => listOrder(client, input, options),
    create: (input, options) => createOrder(client, input, options),
    new: (input, options) => newOrder(client, input, options),
  };
}
