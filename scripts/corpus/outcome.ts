/** What became of a document: plain data, passed from the worker to the command. Types only. */

export interface Outcome {
  /** `refused`: the document has errors, and nothing was generated. */
  readonly kind: "passed" | "failed" | "refused";
  readonly operations: number;
  readonly warnings: number;
  /** Calls that were made and compared. */
  readonly calls: number;
  /** Milliseconds. */
  readonly time: number;
  readonly failures: readonly Failure[];
  readonly omissions: readonly Omission[];
}

export interface Failure {
  readonly stage: "process" | "generate" | "fixtures" | "types" | "run" | "mutations";
  /** `GET /pets listPets 200 application/json`, `src/index.ts:1`, or empty. */
  readonly where: string;
  readonly what: string;
}

/** What was not called, or not compared, and is no failure. */
export interface Omission {
  readonly where: string;
  readonly why: string;
}

/** What a worker is asked to do with a document. */
export interface Task {
  /** Absolute. */
  readonly path: string;
  readonly types: boolean;
  readonly run: boolean;
  /** Whether requests that do not fit are compared with what Ajv says. */
  readonly mutate?: boolean;
  /** What integers of 64 bits are in the generated code. */
  readonly int64: "number" | "string" | "bigint";
  /** What dates and times are in it. */
  readonly dates: "string" | "Date";
  /** A folder for the package; null for a temporary one. */
  readonly keep: string | null;
}
