/**
 * Catches errors where none may escape: one bad packet, datagram or tick must not end every call being captured. Errors are counted, and only the
 * first at each place is logged, because one bad sender causes thousands.
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
