/** An answer that nobody expected, in the words of whoever got it. */
export interface Unexpected {
  at: Date;
  who: string;
  what: string;
}

/** Keeps what the product answered over the whole day: how much, and whatever was not as it should be. */
export class Answers {
  readonly unexpected: Unexpected[] = [];
  count = 0;

  add(): void {
    this.count += 1;
  }

  complain(who: string, what: string): void {
    this.unexpected.push({ at: new Date(), who, what });
  }
}
