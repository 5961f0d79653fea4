/** What encoders throw. */

/** A value that cannot be sent. The client makes an `EncodingError` of it, which also names the operation. */
export class FieldError extends TypeError {
  override readonly name: string = "FieldError";
  /** Where the value stands: `items[].price`. */
  readonly field: string;

  constructor(field: string, reason: string, options?: ErrorOptions) {
    super(`${JSON.stringify(field)} ${reason}`, options);
    this.field = field;
  }
}
