/** What the benchmark of sizes measures: a document, and applications that call its operations. Plain data. */

/** The generators that stand beside ours. */
export type Peer = "hey-api" | "orval" | "oazapfts" | "openapi-typescript" | "kubb";

/** A document, and one application a contender. */
export interface Subject {
  /** As the command line names it. */
  readonly key: string;
  readonly title: string;
  /** Relative to the project. */
  readonly document: string;
  readonly overlays: readonly string[];
  readonly applications: readonly Application[];
}

/** The source text of an application, of as many calls as are asked for. */
export interface Application {
  /** Its row in the table. */
  readonly name: string;
  /** Who generates the folder that it imports from as `client`; null: nobody. */
  readonly generator: "ours" | Peer | null;
  /** Imports, and what makes a client. What is not called is not in the bundle. */
  readonly setup: string;
  /** Expressions: the first call, then five further ones. The same in all applications of a subject. */
  readonly calls: readonly string[];
}

/** An application with the first so many calls: a module that exports a function for each. */
export function sourceText({ setup, calls }: Application, count: number): string {
  const functions = calls.slice(0, count).map((call) => `  () => ${call},\n`);
  return `${setup.trim()}\nexport default [\n${functions.join("")}];\n`;
}
