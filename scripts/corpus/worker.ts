/** A process that checks the documents that it is sent, one after the other. */
import { checkDocument } from "./check-document.js";
import type { Task } from "./outcome.js";

// The parent sends nothing but tasks.
process.on("message", (task: Task) => {
  void checkDocument(task).then((outcome) => process.send?.(outcome));
});
