/** Format: `date-time` */
export type Moment = Date;
