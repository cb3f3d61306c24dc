/**
 * What a lexicon finds in one text, each place of an entry once, by its most exact reading. Flat tables that are used again for the next
 * text: the caller takes out what it wants before then.
 */
export class Finds {
  private entries = new Int32Array(128);
  private froms = new Int32Array(128);
  private tos = new Int32Array(128);
  private exact = new Float64Array(128);
  private previous = new Int32Array(128);
  /** By entry: its last find, and the number of the text that it is of. */
  private readonly last: Int32Array;
  private readonly lastIn: Uint32Array;
  private text = 0;
  private count = 0;

  constructor(entries: number) {
    this.last = new Int32Array(entries);
    this.lastIn = new Uint32Array(entries);
  }

  clear(): void {
    this.text++;
    this.count = 0;
  }

  get size(): number {
    return this.count;
  }

  /** UTF-16 offsets; `exactness` 0–1. */
  add(entry: number, fromChar: number, toChar: number, exactness: number): void {
    const before = this.lastIn[entry] === this.text ? this.last[entry]! : -1;
    for (let find = before; find >= 0; find = this.previous[find]!) {
      if (this.froms[find] !== fromChar || this.tos[find] !== toChar) continue;
      if (this.exact[find]! < exactness) this.exact[find] = exactness;
      return;
    }
    const find = this.count++;
    if (find === this.entries.length) this.grow();
    this.entries[find] = entry;
    this.froms[find] = fromChar;
    this.tos[find] = toChar;
    this.exact[find] = exactness;
    this.previous[find] = before;
    this.last[entry] = find;
    this.lastIn[entry] = this.text;
  }

  entryOf(find: number): number {
    return this.entries[find]!;
  }

  fromOf(find: number): number {
    return this.froms[find]!;
  }

  toOf(find: number): number {
    return this.tos[find]!;
  }

  exactnessOf(find: number): number {
    return this.exact[find]!;
  }

  private grow(): void {
    const doubled = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(values.length * 2);
      larger.set(values);
      return larger;
    };
    this.entries = doubled(this.entries);
    this.froms = doubled(this.froms);
    this.tos = doubled(this.tos);
    this.previous = doubled(this.previous);
    const exact = new Float64Array(this.exact.length * 2);
    exact.set(this.exact);
    this.exact = exact;
  }
}
