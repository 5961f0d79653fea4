/** One seed for all property tests here, so that a run finds what the last one found; another one by EXEMPLAR_SEED. */
import fc from "fast-check";

export const seed = Number(process.env["EXEMPLAR_SEED"] ?? 20261123);

fc.configureGlobal({ seed, includeErrorInReport: true });
