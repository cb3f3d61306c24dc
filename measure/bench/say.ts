/** What a bench reports, a line at a time. */
export type Say = (line: string) => void;
