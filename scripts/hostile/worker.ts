/** A process that checks the hostile documents that it is sent, one after the other. */
import { serveTasks } from "../processes/run-tasks.js";
import { checkHostile } from "./check-hostile.js";

serveTasks(checkHostile);
