/** Zod as the option `jitless` asks for it: set up before the first schema is made, as objects ask then. */
import * as zod from "zod";

/** Zod without code that is made at run time. */
export const z: typeof zod = withoutJit();

function withoutJit(): typeof zod {
  zod.config({ jitless: true });
  return zod;
}
