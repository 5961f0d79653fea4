import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest `name` in a folder or above it, or null. */
export function findUp(folder: string, name: string): string | null {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, name);
    if (existsSync(path)) return path;
    if (current === dirname(current)) return null;
  }
}
