import type { Call } from "./call.js";
import type { Moment } from "./moment.js";
import type { Note } from "./note.js";

export interface Meeting {
  /** Format: `int64` */
  id: number;
  start: Moment;
  /** Format: `date-time` */
  end?: Date | null;
  /** Format: `date` */
  day?: string;
  reminders?: Date[];
  joined?: {
    [key: string]: Moment;
  };
  series?: Meeting[];
  due?: Date | "never";
  last?: Call | Note;
  any?:
    | {
        at?: Moment;
      }
    | {
        at?: string;
      };
}
