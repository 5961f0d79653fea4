/** The types of a mock, and of what a test gives and asks of it. */
import type { Problem } from "./form-reader.js";

/** The types of the operations that a mock has, by their functions' names. */
export type OperationTable<Operations> = { readonly [Name in keyof Operations]: OperationTypes };

export interface OperationTypes {
  readonly input: unknown;
  /** The data of a success. */
  readonly response: unknown;
  /** The outcomes by status, as a call of the client has them. */
  readonly result: unknown;
  /** Of a stream: what `stream()` of the client gives. */
  readonly item?: unknown;
}

export interface MockOptions {
  /** How long each answer takes, in milliseconds. An aborted request does not wait. */
  readonly delay?: number | ((request: Request) => number);
  /** Called with each request and its answer, when it has been answered. */
  readonly onRequest?: (request: Request, response: Response) => void;
  /** How many requests are kept in `requests`, the newest; default: 1000. */
  readonly recorded?: number;
  /** Answers with values made from schemas in place of the document's examples, as `Prefer: dynamic=true` does. */
  readonly dynamic?: boolean;
  /** Which values are made up: the same seed and the same requests give the same answers. */
  readonly seed?: number;
  /** Puts fields of the request into the response where names and types match, as `Prefer: echo=true` does. */
  readonly echo?: boolean;
  /** False leaves out the headers that let pages of other origins read the answers. */
  readonly cors?: boolean;
  /** What a request is answered that does not fit: the error that the document has for it (the default), or always the list of problems. */
  readonly errors?: "documented" | "problems";
}

/** A `fetch` that answers by itself. */
export interface MockOf<Operations extends OperationTable<Operations>> {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What has been received, the newest last. It is the same list at all times. */
  readonly requests: readonly MockRecord<Operations>[];
  /**
   * Answers an operation from now on; the last handler counts.
   * @returns takes the handler away
   */
  on<Name extends keyof Operations>(operation: Name, handler: MockHandler<Operations[Name]>): () => void;
  /** Which operation a request is for, by its method and its URL; null for none. It is not answered, and not kept. */
  readonly operationOf: (request: Request) => Promise<keyof Operations | null>;
  /** Forgets requests and handlers, and begins made-up values from the start. */
  reset(): void;
}

/** A request that was received. */
export type MockRecord<Operations extends OperationTable<Operations>> =
  | { [Name in keyof Operations]: RecordOf<Name, Operations[Name]["input"]> }[keyof Operations]
  | RecordOf<null, undefined>;

interface RecordOf<Name, Input> {
  /** Null where no operation was found. */
  readonly operation: Name;
  readonly method: string;
  readonly url: string;
  /** As it was read; undefined where it does not fit. */
  readonly input: Input | undefined;
  /** What in it does not fit. */
  readonly problems: readonly Problem[];
  readonly status: number;
}

/**
 * Answers requests of an operation that fit.
 * @param request what was sent, section by section
 * @param reply makes an answer of another status, or with headers
 * @returns the data of a success, what `reply` made, a Response, or nothing for the answer that would be given without it
 */
export type MockHandler<Types extends OperationTypes> = (
  request: MockInput<Types["input"]>,
  reply: MockReply<Types>,
) => MockOutcome<Types> | Promise<MockOutcome<Types>>;

/** An operation's input, and the request itself, whose body is unread. */
export type MockInput<Input> =
  Input extends Record<string, never> ? { readonly request: Request } : Input & { readonly request: Request };

/** What a handler may answer. */
export type MockOutcome<Types extends OperationTypes> =
  MockData<Types["response"], Types> | Reply | Response | undefined;

/** Of a stream, which is text where it is awaited: a list of its values, too. */
export type MockData<Data, Types> = Types extends { readonly item: infer Item }
  ? Data | (string extends Data ? readonly Item[] : never)
  : Data;

/** Makes an answer. */
export type MockReply<Types extends OperationTypes> = <Status extends StatusOf<Types["result"]>>(
  status: Status,
  data: MockData<DataOf<Types["result"], Status>, Types>,
  init?: { readonly headers?: Readonly<Record<string, string>> },
) => Reply;

type StatusOf<Result> = Result extends { readonly status: infer Status extends number } ? Status : never;

/** The data or the error of a status. */
type DataOf<Result, Status> = Result extends { readonly status: infer Known }
  ? Status extends Known
    ? Result extends { readonly ok: true; readonly data: infer Data }
      ? Data
      : Result extends { readonly error: infer Body }
        ? Body
        : never
    : never
  : never;

/** What `reply` makes. */
export class Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, data: unknown, headers: Readonly<Record<string, string>>) {
    this.status = status;
    this.data = data;
    this.headers = headers;
  }
}
