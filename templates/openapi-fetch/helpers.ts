/** The helpers of the set: operations by path and method, and what they send and answer. */
import { defineHelpers, docComment, joinCode, paragraphs, propertyKey, ts } from "openapi-exemplar/helpers";
import type { DocComment, Expression, Identifier, OperationView, PackageView } from "openapi-exemplar/view";
import { hasConvertedValues } from "./_lib/has-converted-values.js";
import { operationType } from "./_lib/operation-type.js";

/** Those that openapi-fetch has a function for. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Operations by what `operations` calls them: the name in the document, where no other has it. */
function keysOf(operations: readonly OperationView[]): ReadonlyMap<OperationView, string> {
  const names = operations.map(({ name }) => name);
  return new Map(
    operations.map((operation) => {
      const isAlone = names.filter((name) => name === operation.name).length === 1;
      return [operation, isAlone ? operation.name : operation.id.text];
    }),
  );
}

function operationDoc({ data }: OperationView): DocComment {
  const texts = [data.summary, data.description === data.summary ? null : data.description];
  return docComment(texts.flatMap(paragraphs), data.deprecated ? [{ name: "deprecated", text: "" }] : []);
}

export default defineHelpers({
  /** The types that `openapi-fetch.ts` names, by module. */
  typeImports({ operations, schemas }: PackageView): readonly Expression[] {
    if (
      schemas.some(({ schema }) => hasConvertedValues(schema)) ||
      operations.some(({ data }) => hasConvertedValues(data))
    )
      throw new Error("openapi-fetch reads JSON as it is: the config must have int64: number and dates: string");
    const line = (names: readonly Identifier[], module: string) =>
      ts`import type { ${joinCode(names, ", ")} } from ${module};`;
    return [
      ...operations.flatMap((operation) => {
        const { names } = operationType(operation);
        return names.length === 0 ? [] : [line(names, operation.modules.operation)];
      }),
      ...schemas.map(({ id, module }) => line([id], module)),
    ];
  },

  /** The paths, and in each what its methods are. */
  pathItems(operations: readonly OperationView[]): readonly object[] {
    const keys = keysOf(operations);
    const paths = new Set(operations.map(({ path }) => path));
    return [...paths].map((path) => ({
      key: propertyKey(path),
      methods: methods.map((method) => {
        const operation = operations.find((each) => each.path === path && each.method.toLowerCase() === method);
        const name = propertyKey(method);
        return operation === undefined
          ? ts`${name}?: never;`
          : ts`${name}: operations[${keys.get(operation) ?? operation.name}];`;
      }),
    }));
  },

  /** What `operations` has. */
  operationMembers(operations: readonly OperationView[]): readonly object[] {
    const keys = keysOf(operations);
    return operations.map((operation) => ({
      doc: operationDoc(operation),
      key: propertyKey(keys.get(operation) ?? operation.name),
      type: operationType(operation).type,
    }));
  },

  /** A property called so. */
  key: (name: string) => propertyKey(name),
});
