/** Component schemas that refer to each other in circles: a module cannot use what another has not declared yet. */
import type { Model } from "../model/model.js";
import { referencesIn } from "./operation-data.js";

/**
 * Numbers the circles, by Kosaraju's algorithm: two schemas have the same number where each leads to the other. Without
 * recursion, as a document may lead far.
 */
export function circlesOf(schemas: Model["schemas"]): ReadonlyMap<string, number> {
  const targets = new Map(schemas.map(({ name, schema }) => [name, referencesIn(schema)]));
  const users = new Map<string, string[]>(schemas.map(({ name }) => [name, []]));
  for (const [name, all] of targets) for (const target of all) users.get(target)?.push(name);
  const left: string[] = [];
  const seen = new Set<string>();
  for (const name of targets.keys()) walk(name, targets, seen, (last) => left.push(last));
  const circles = new Map<string, number>();
  const numbered = new Set<string>();
  for (const [number, name] of left.reverse().entries())
    walk(name, users, numbered, (member) => circles.set(member, number));
  return circles;
}

/** Visits what a name leads to. @param leave told of each, once all that it leads to is done */
function walk(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  leave: (name: string) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ name: start, ahead: (next.get(start) ?? []).values() }];
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const step = here.ahead.next();
    if (step.done === true) {
      leave(here.name);
      path.pop();
    } else if (!seen.has(step.value)) {
      seen.add(step.value);
      path.push({ name: step.value, ahead: (next.get(step.value) ?? []).values() });
    }
  }
}
