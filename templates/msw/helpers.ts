/** Helpers of the set `msw`. */
import { defineHelpers, ts } from "openapi-exemplar/helpers";
import type { OperationView, PackageView, ServerDataView } from "openapi-exemplar/view";

/** With variables where they may be anything; the usual values of those in a relative URL, which has no host. */
function patternsOf({ url, urls, template }: ServerDataView): readonly string[] {
  const isOpen = /^[a-z][a-z\d+.-]*:.*\{/is.test(template);
  return isOpen ? [template, ...urls] : [url, ...urls];
}

export default defineHelpers({
  /** The names of the functions. */
  operationNames: (operations: readonly OperationView[]) => ts`${operations.map(({ id }) => id.text)}`,

  /** Where requests may go, each once: variables stand in braces. */
  serverUrls({ servers, operations }: PackageView) {
    const all = [...servers, ...operations.flatMap(({ data }) => data.servers)];
    return ts`${[...new Set(all.flatMap(patternsOf))]}`;
  },
});
