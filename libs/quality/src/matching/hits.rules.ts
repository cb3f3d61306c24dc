/**
 * Where fragments were heard in one text, by where they start. Kept in flat arrays that are used again for the next text: a busy line has a
 * hundred hits, and an object for each would be most of the work.
 */
export class Hits {
  private fragment = new Int32Array(512);
  private from = new Int32Array(512);
  private to = new Int32Array(512);
  private wrong = new Int32Array(512);
  private unlike = new Int32Array(512);
  private next = new Int32Array(512);
  private head = new Int32Array(128);
  private tail = new Int32Array(128);
  private count = 0;
  private length = 0;

  /** Forgets everything, for a text of so many symbols. */
  clear(length: number): void {
    if (length > this.head.length) {
      this.head = new Int32Array(length * 2);
      this.tail = new Int32Array(length * 2);
    }
    this.head.fill(-1, 0, length);
    this.length = length;
    this.count = 0;
  }

  get size(): number {
    return this.count;
  }

  /** `wrong`: whole symbols replaced, put in or left out; `unlike`: symbols that only sound right. */
  add(fragment: number, from: number, to: number, wrong: number, unlike: number): void {
    const hit = this.count++;
    if (hit === this.fragment.length) this.grow();
    this.fragment[hit] = fragment;
    this.from[hit] = from;
    this.to[hit] = to;
    this.wrong[hit] = wrong;
    this.unlike[hit] = unlike;
    this.next[hit] = -1;
    if (this.head[from] === -1) this.head[from] = hit;
    else this.next[this.tail[from]!] = hit;
    this.tail[from] = hit;
  }

  /** The first hit that starts at a symbol, or −1. */
  firstAt(symbol: number): number {
    return symbol < this.length ? this.head[symbol]! : -1;
  }

  /** The next hit that starts where this one does, or −1. */
  after(hit: number): number {
    return this.next[hit]!;
  }

  fragmentOf(hit: number): number {
    return this.fragment[hit]!;
  }

  fromOf(hit: number): number {
    return this.from[hit]!;
  }

  toOf(hit: number): number {
    return this.to[hit]!;
  }

  wrongOf(hit: number): number {
    return this.wrong[hit]!;
  }

  unlikeOf(hit: number): number {
    return this.unlike[hit]!;
  }

  private grow(): void {
    const doubled = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(values.length * 2);
      larger.set(values);
      return larger;
    };
    this.fragment = doubled(this.fragment);
    this.from = doubled(this.from);
    this.to = doubled(this.to);
    this.wrong = doubled(this.wrong);
    this.unlike = doubled(this.unlike);
    this.next = doubled(this.next);
  }
}
