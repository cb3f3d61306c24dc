/** A part of the day; `due.rules.ts` says when it ends. */
export type PartOfDay = 'dawn' | 'morning' | 'noon' | 'lunch' | 'afternoon' | 'dusk' | 'evening' | 'night' | 'midnight';

/** Which day is meant, as it was said: nothing is worked out yet. */
export type DayWords =
  /** Calendar days from the day of the call. */
  | { kind: 'offset'; days: number }
  /** `coming`: just "Friday". `this` and `next` count calendar weeks from Monday. `week_on`: "Friday week". `past`: "last Friday". */
  | { kind: 'weekday'; weekday: number; week: 'coming' | 'this' | 'next' | 'after_next' | 'week_on' | 'past' }
  /** `last`: the month's last day, "the end of March". */
  | {
      kind: 'date';
      year: number | 'next' | null;
      month: number | null;
      monthOffset: number | null;
      day: number | 'last';
    }
  | { kind: 'end_of'; unit: 'week' | 'weekend' | 'month' | 'quarter' | 'year'; offset: number }
  | { kind: 'next_working_day' };

export interface ClockWords {
  hour: number;
  minute: number;
  /** Said with it: "am", "pm"; null where the words leave it open. */
  half: 'am' | 'pm' | null;
}

export type SpanUnit = 'minute' | 'hour' | 'day' | 'working_day' | 'week' | 'month';

/** A time as it was said, in either language. */
export interface TimeMention {
  /** UTF-16 offsets into the turn's text; `toChar` is exclusive. */
  fromChar: number;
  toChar: number;
  day: DayWords | null;
  part: PartOfDay | null;
  clock: ClockWords | null;
  /** "By close of business": when the company closes. */
  closing: boolean;
  /** "Within 24 hours", "in two working days". */
  span: { amount: number; unit: SpanUnit } | null;
  /** An IANA zone that was named, or `customer`: "your time". null: the company's own. */
  zone: string | null;
  /** "Before Friday" leaves Friday out; "by Friday" and 周五之前 do not. */
  before: boolean;
}

/** One recognised piece of a time, before pieces are put together. */
export type TimePiece = { fromChar: number; toChar: number } & Partial<
  Pick<TimeMention, 'day' | 'part' | 'clock' | 'closing' | 'span' | 'zone' | 'before'>
>;

/** How a language says times: tried in this order at every place of the text. */
export interface TimeGrammar {
  readonly pieces: readonly {
    pattern: RegExp;
    read(match: RegExpExecArray): Omit<TimePiece, 'fromChar' | 'toChar'> | null;
  }[];
  /** A piece begins where a word begins: English, whose letters run on. */
  readonly atWords: boolean;
  /** What may be between two pieces of one time. */
  readonly joins: RegExp;
  /** What is between the two ends of a range. */
  readonly ranges: RegExp;
  /** The same text with the same offsets, as the patterns expect it. */
  normalise(text: string): string;
}
