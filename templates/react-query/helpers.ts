/** Helpers of the set `react-query`. */
import { defineHelpers, docComment, identifier, nearestOf, ts } from "openapi-exemplar/helpers";
import type { Identifier, OperationView } from "openapi-exemplar/view";

/** Methods that change nothing, by their definition. */
const safe = ["GET", "HEAD", "QUERY"];

/** Whether a name of the option `queries` is that of an operation. */
function isNamed(name: string, { id, name: documented }: OperationView): boolean {
  return name === id.text || name === documented;
}

function checkQueries(queries: readonly string[], operations: readonly OperationView[]): void {
  const unknown = queries.find((name) => !operations.some((operation) => isNamed(name, operation)));
  if (unknown === undefined) return;
  const nearest = nearestOf(
    unknown,
    operations.flatMap(({ id, name }) => [id.text, name]),
  );
  const hint = nearest === null ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
  throw new Error(`the option queries names ${JSON.stringify(unknown)}, which is no operation${hint}`);
}

function named({ id }: OperationView, suffix: string): Identifier {
  return identifier(`${id.text}${suffix}`);
}

function doc(operation: OperationView, text: string) {
  const { summary, deprecated } = operation.data;
  return docComment(
    [...(summary === null ? [] : [summary]), text],
    deprecated ? [{ name: "deprecated", text: "" }] : [],
  );
}

export default defineHelpers({
  /** Of the operation, as modules in `src/react-query` import it. */
  moduleOf: ({ modules }: OperationView) => ts`${`.${modules.operation}`}`,
  /** The name of the operation's function as a literal. */
  nameOf: ({ id }: OperationView) => ts`${id.text}`,
  name: named,

  /** Whether it reads: by its method, or because the option says so. */
  isQuery: (operation: OperationView, queries: readonly string[]) =>
    safe.includes(operation.method) || queries.some((name) => isNamed(name, operation)),

  /** Whether the next page can be asked for by an input: links lead on from one response to the next alone. */
  hasPages: ({ data }: OperationView) => data.pagination !== null && data.pagination.kind !== "link",

  /** Lines of the index. @throws where the option `queries` names what is no operation */
  modules(operations: readonly OperationView[], queries: readonly string[]) {
    checkQueries(queries, operations);
    return operations.map(({ slug }) => ts`export * from ${`./${slug}.js`};`);
  },

  keyDoc: ({ id }: OperationView) =>
    docComment([
      `The key of the query of \`${id.text}\`; without an input, what the keys of all its queries begin with.`,
    ]),
  queryDoc: (operation: OperationView) =>
    doc(operation, `A query of \`${operation.id.text}\`: \`useQuery(${named(operation, "Query").text}(client, …))\`.`),
  pagesDoc: (operation: OperationView) =>
    doc(operation, `The same page by page: \`useInfiniteQuery(${named(operation, "Pages").text}(client, …))\`.`),
  mutationDoc: (operation: OperationView) =>
    doc(
      operation,
      `A mutation by \`${operation.id.text}\`: \`useMutation(${named(operation, "Mutation").text}(client))\`.`,
    ),
});
