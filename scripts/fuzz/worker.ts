/** A process that runs the batches that it is sent, one after the other. */
import { serveTasks } from "../processes/run-tasks.js";
import { fuzzBatch } from "./fuzz-batch.js";

serveTasks(fuzzBatch);
