/** An unexpected answer, in the words of the person who got it. */
export interface Unexpected {
  at: Date;
  who: string;
  what: string;
}

/** Keeps what the product answered over the whole day: how much, and all that was not as it should be. */
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
