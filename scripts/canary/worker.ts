/** A process that runs the canaries of the documents that it is sent, one after the other. */
import { serveTasks } from "../processes/run-tasks.js";
import { checkCanaries } from "./check-canaries.js";

serveTasks(checkCanaries);
