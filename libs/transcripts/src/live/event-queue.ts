/** What waits for one reader; the one who adds is held up while the reader is behind. */
export class EventQueue<T> implements AsyncIterable<T> {
  private readonly events: T[] = [];
  private over = false;
  private wakeReader: () => void = () => undefined;
  private wakeWriters: (() => void)[] = [];

  constructor(private readonly most: number) {}

  get length(): number {
    return this.events.length;
  }

  /** Resolves once there is room for another. */
  async add(event: T): Promise<void> {
    if (this.over) return;
    this.events.push(event);
    this.wakeReader();
    while (this.events.length >= this.most && !this.over)
      await new Promise<void>((resolve) => this.wakeWriters.push(resolve));
  }

  /** What is there is still read, unless it is no longer wanted. */
  end({ drop = false } = {}): void {
    this.over = true;
    if (drop) this.events.length = 0;
    this.wakeReader();
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const event = this.events.shift();
      if (event !== undefined) {
        this.wake();
        yield event;
      } else if (this.over) return;
      else await new Promise<void>((resolve) => (this.wakeReader = resolve));
    }
  }

  private wake(): void {
    for (const wake of this.wakeWriters.splice(0)) wake();
  }
}
