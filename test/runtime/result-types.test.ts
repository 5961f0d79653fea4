import { describe, expectTypeOf, it } from "vitest";
import type {
  ApiPromise,
  CallFailure,
  ErrorStatus,
  Failure,
  NotSent,
  ServerErrorStatus,
  Success,
  SuccessStatus,
} from "../../templates/client/src/runtime/api-promise.js";
import type { ApiError, TimeoutError } from "../../templates/client/src/runtime/errors.js";

// The type of an outcome as operations print it; `npm run typecheck` holds what is said of it here.
interface Job {
  readonly id: string;
}
interface Problem {
  readonly title: string;
}
type Result =
  | Success<200, Job>
  | Failure<409, Problem>
  | Failure<ServerErrorStatus, string>
  | Failure<Exclude<ErrorStatus, 409 | ServerErrorStatus>, unknown>
  | NotSent;

type Ranges =
  | Success<201, Job>
  | Success<Exclude<SuccessStatus, 201>, string>
  | Failure<404, Problem>
  | Failure<Exclude<ErrorStatus, 404>, unknown>
  | NotSent;

describe("an outcome", () => {
  it("narrows by status beside a range of successes", () => {
    const read = (result: Ranges) => {
      if (result.status === 404) expectTypeOf(result.error).toEqualTypeOf<Problem>();
      if (result.status === 201) expectTypeOf(result.data).toEqualTypeOf<Job>();
      if (result.status === 202) expectTypeOf(result.data).toEqualTypeOf<string>();
    };
    expectTypeOf(read).parameter(0).toEqualTypeOf<Ranges>();
  });

  it("narrows by ok and by status", () => {
    const read = (result: Result) => {
      if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Job>();
      else if (result.status === null) expectTypeOf(result.error).toEqualTypeOf<CallFailure>();
      else if (result.status === 409) expectTypeOf(result.error).toEqualTypeOf<Problem>();
      else if (result.status === 503) expectTypeOf(result.error).toEqualTypeOf<string>();
      else if (result.status === 404) expectTypeOf(result.error).toEqualTypeOf<unknown>();
    };
    expectTypeOf(read).parameter(0).toEqualTypeOf<Result>();
  });

  it("without an answer narrows by the name of the error", () => {
    const read = (result: Result) => {
      if (result.ok || result.status !== null) return;
      if (result.error.name === "TimeoutError") expectTypeOf(result.error).toEqualTypeOf<TimeoutError>();
    };
    expectTypeOf(read).parameter(0).toEqualTypeOf<Result>();
  });

  it("has headers of which those that are documented have names and types", () => {
    type Paged = Success<200, Job, { link: string | null; "x-total": string }> | NotSent;
    const read = (result: Paged) => {
      if (!result.ok) return;
      expectTypeOf(result.headers.get("x-total")).toEqualTypeOf<string>();
      expectTypeOf(result.headers.get("link")).toEqualTypeOf<string | null>();
      expectTypeOf(result.headers.get("x-other")).toEqualTypeOf<string | null>();
      expectTypeOf(result.headers).toExtend<Headers>();
    };
    expectTypeOf(read).parameter(0).toEqualTypeOf<Paged>();
  });

  it("that is thrown has its type in catch()", () => {
    const read = (call: ApiPromise<Job, Result>) =>
      // eslint-disable-next-line @typescript-eslint/use-unknown-in-catch-callback-variable -- its type is what is looked at
      call.catch((error) => {
        if (error.name === "ApiError" && error.status === 409) expectTypeOf(error.body).toEqualTypeOf<Problem>();
        if (error.name === "ApiError" && error.status === 503) expectTypeOf(error.body).toEqualTypeOf<string>();
        if (error.name === "TimeoutError") expectTypeOf(error).toEqualTypeOf<TimeoutError>();
        expectTypeOf(error).toExtend<ApiError | CallFailure>();
        return null;
      });
    expectTypeOf(read).returns.resolves.toEqualTypeOf<Job | null>();
  });
});
