/**
 * What threw where nothing may: a packet, a datagram or a tick that has an error in it must not end every call that is taken. Each is counted,
 * and the first of each place is told of: who sends such packets sends thousands.
 */
export class Faults {
  /** By what was being done. */
  readonly counts = new Map<string, number>();

  constructor(private readonly tell: (error: unknown, doing: string) => void) {}

  /** Does it, and notes what it throws. */
  survive(doing: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.note(error, doing);
    }
  }

  note(error: unknown, doing: string): void {
    const before = this.counts.get(doing) ?? 0;
    this.counts.set(doing, before + 1);
    if (before === 0) this.tell(error, doing);
  }
}
