import { type Day } from './day.js';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What a person does at a time of the week, by the company's clock. */
export interface Appointment {
  /** `mon 09:30` */
  at: string;
  who: string;
  what: string;
  /** Only in the week, not in the short form. */
  week?: true;
  do(day: Day): Promise<void>;
}

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The same on every day that people work. */
export const everyWorkday = (time: string, appointment: Omit<Appointment, 'at'>): Appointment[] =>
  WORKDAYS.map((day) => ({ ...appointment, at: `${day} ${time}` }));
