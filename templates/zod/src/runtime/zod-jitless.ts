/** Schemas that make no code at run time. */
import * as z from "zod";

/**
 * Makes a schema that makes no code: Zod asks whether it may where an object is made, so it is told for that moment alone,
 * and other schemas of the application are left as they are.
 */
export function jitless<Schema>(make: () => Schema): Schema {
  const { jitless: before } = z.config();
  z.config({ jitless: true });
  try {
    return make();
  } finally {
    z.config({ jitless: before });
  }
}
