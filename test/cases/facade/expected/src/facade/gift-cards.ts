import type { ApiPromise, Client, RequestOptions } from "../client.js";
import {
  type GetGiftCardInput,
  type GetGiftCardResponse,
  type GetGiftCardResult,
  getGiftCard,
} from "../operations/gift-cards/get-gift-card.js";
import {
  type GiftCardsCreateInput,
  type GiftCardsCreateResponse,
  type GiftCardsCreateResult,
  giftCardsCreate,
} from "../operations/gift-cards/gift-cards-create.js";
import {
  type GiftCardsDeleteInput,
  type GiftCardsDeleteResponse,
  type GiftCardsDeleteResult,
  giftCardsDelete,
} from "../operations/gift-cards/gift-cards-delete.js";
import {
  type GiftCardsThenInput,
  type GiftCardsThenResponse,
  type GiftCardsThenResult,
  giftCardsThen,
} from "../operations/gift-cards/gift-cards-then.js";
import {
  type GiftCardsInput,
  type GiftCardsResponse,
  type GiftCardsResult,
  giftCards,
} from "../operations/gift-cards/gift-cards.js";
import {
  type ListGiftCardsInput,
  type ListGiftCardsResponse,
  type ListGiftCardsResult,
  listGiftCards,
} from "../operations/gift-cards/list-gift-cards.js";

/** Cards that are paid *in advance*. */
export interface GiftCardsFacade {
  /**
   * All cards, the newest first.
   *
   * `GET /cards`
   *
   * Input: `{ query?: { limit?: number } }`
   *
   * Data: `string[]`
   */
  readonly list: (
    input?: ListGiftCardsInput,
    options?: RequestOptions,
  ) => ApiPromise<ListGiftCardsResponse, ListGiftCardsResult>;
  /**
   * `POST /cards`
   *
   * Input: `{ body: { value: number } }`
   *
   * @deprecated
   */
  readonly create: (
    input: GiftCardsCreateInput,
    options?: RequestOptions,
  ) => ApiPromise<GiftCardsCreateResponse, GiftCardsCreateResult>;
  /** `DELETE /cards` */
  readonly delete: (
    input?: GiftCardsDeleteInput,
    options?: RequestOptions,
  ) => ApiPromise<GiftCardsDeleteResponse, GiftCardsDeleteResult>;
  /**
   * `GET /cards/here`
   *
   * Data: `string[]`
   */
  readonly giftCards: (
    input?: GiftCardsInput,
    options?: RequestOptions,
  ) => ApiPromise<GiftCardsResponse, GiftCardsResult>;
  /** `POST /cards/then` */
  readonly giftCardsThen: (
    input?: GiftCardsThenInput,
    options?: RequestOptions,
  ) => ApiPromise<GiftCardsThenResponse, GiftCardsThenResult>;
  /**
   * `GET /one-card`
   *
   * Data: `string[]`
   */
  readonly getGiftCard: (
    input?: GetGiftCardInput,
    options?: RequestOptions,
  ) => ApiPromise<GetGiftCardResponse, GetGiftCardResult>;
}

/** Binds these operations to a client. */
export function createFacade(client: Client): GiftCardsFacade {
  return {
    list: (input, options) => listGiftCards(client, input, options),
    create: (input, options) => giftCardsCreate(client, input, options),
    delete: (input, options) => giftCardsDelete(client, input, options),
    giftCards: (input, options) => giftCards(client, input, options),
    giftCardsThen: (input, options) => giftCardsThen(client, input, options),
    getGiftCard: (input, options) => getGiftCard(client, input, options),
  };
}
