export * from "./client.js";
export type {
  ListOrdersInput,
  ListOrdersResponse,
  ListOrdersError,
  ListOrdersResult,
} from "./operations/default/list-orders.js";
export type {
  GetOrderPath,
  GetOrderInput,
  GetOrderResponse,
  GetOrderError,
  GetOrderResult,
} from "./operations/default/get-order.js";
export type {
  GetBuyerPath,
  GetBuyerInput,
  GetBuyerResponse,
  GetBuyerError,
  GetBuyerResult,
} from "./operations/default/get-buyer.js";
export type {
  GetTagInput,
  GetTagResponse200,
  GetTagResponse201,
  GetTagResponse,
  GetTagError,
  GetTagResult,
} from "./operations/default/get-tag.js";
export type { Buyer } from "./schemas/buyer.js";
export type { ErrorBody } from "./schemas/error-body.js";
export type { Order } from "./schemas/order.js";
