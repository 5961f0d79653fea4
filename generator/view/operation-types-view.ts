/** The types of an operation by what they are the type of, for helpers that refer to them. */
import type { Operation, Parameter } from "../model/model.js";
import { type Identifier, identifier, ts } from "./code.js";
import type { OperationTypesView } from "./data-view.js";
import type { OperationTypes } from "./operation-types.js";
import { bodyTypeName, requestBodies } from "./request-bodies.js";

/** The types of an operation. */
export function buildOperationTypesView(operation: Operation, types: OperationTypes): OperationTypesView {
  const { parameters, typeId } = operation;
  const section = (suffix: string, list: readonly Parameter[]): Identifier | null =>
    list.length === 0 ? null : identifier(`${typeId}${suffix}`);
  return {
    path: section("Path", parameters.path),
    query: section("Query", parameters.query),
    headers: section("Headers", parameters.headers),
    cookies: section("Cookies", parameters.cookies),
    bodies: requestBodies(operation).map((content) => bodyTypeName(operation, content)),
    responses: operation.responses.map((response) => ({
      // Each response has a type.
      body: types.bodies.get(response) ?? types.response,
      contents: response.contents.map((content) => {
        const { type, exported, item } = types.contents.get(content) ?? noType;
        return { type, exported, item };
      }),
    })),
  };
}

const noType = { type: ts`unknown`, exported: false, item: null };
