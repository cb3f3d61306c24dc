/** A question that is asked at the end of the day, and how it came out. */
export interface Answer {
  question: string;
  ok: boolean;
  /** What was found, in a line or several. */
  found: string[];
}
