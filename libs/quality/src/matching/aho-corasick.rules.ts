/**
 * Finds every occurrence of many patterns in one pass (Aho and Corasick, 1975) over sequences of small integers.
 *
 * The trie is a double array (Aoe, 1989): the child of state `s` on symbol `c` is `base[s] + c`, and it is real when `check` names `s` as its
 * parent. Dense integer arrays keep a scan flat in the number of patterns; overlapping and nested occurrences are all reported.
 * Symbol 0 means "in no pattern" and sends the scan back to the root.
 */
export interface Automaton {
  /** Calls `visit(pattern, endExclusive)` for each occurrence, in order of its end, longest first. */
  scan(symbols: ArrayLike<number>, length: number, visit: (pattern: number, end: number) => void): void;
}

type Ints = Int32Array<ArrayBuffer>;

/** Nodes by number; the children of a node are linked in the order of their symbols. 0 is the root, and "none" in the links. */
interface Trie {
  readonly size: number;
  readonly symbol: Ints;
  readonly firstChild: Ints;
  readonly nextSibling: Ints;
  /** By pattern: the node at which it ends; 0 for an empty one. */
  readonly endOf: Ints;
}

function inAlphabeticalOrder(patterns: readonly (readonly number[])[]): number[] {
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const shorter = Math.min(a.length, b.length);
    for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
    return a.length - b.length;
  };
  return patterns.map((_, index) => index).sort((a, b) => compare(patterns[a]!, patterns[b]!));
}

/** In alphabetical order a pattern shares its beginning with the one before it: nothing has to be looked up, and no node needs a map. */
function buildTrie(patterns: readonly (readonly number[])[]): Trie {
  const most = patterns.reduce((sum, { length }) => sum + length, 1);
  const [symbol, firstChild, lastChild, nextSibling] = [0, 0, 0, 0].map(() => new Int32Array(most));
  const endOf = new Int32Array(patterns.length);
  const path = [0];
  let size = 1;
  let before: readonly number[] = [];
  for (const index of inAlphabeticalOrder(patterns)) {
    const pattern = patterns[index]!;
    let depth = 0;
    while (depth < pattern.length && pattern[depth] === before[depth]) depth++;
    for (; depth < pattern.length; depth++) {
      if (!(pattern[depth]! > 0)) throw new RangeError('symbols of a pattern are positive integers');
      const [parent, child] = [path[depth]!, size++];
      symbol![child] = pattern[depth]!;
      if (firstChild![parent] === 0) firstChild![parent] = child;
      else nextSibling![lastChild![parent]!] = child;
      lastChild![parent] = child;
      path[depth + 1] = child;
    }
    endOf[index] = path[pattern.length]!;
    before = pattern;
  }
  return { size, symbol: symbol!, firstChild: firstChild!, nextSibling: nextSibling!, endOf };
}

const grown = (values: Ints, size: number): Ints => {
  if (size <= values.length) return values;
  const larger = new Int32Array(Math.max(size, values.length * 2));
  larger.set(values);
  return larger;
};

/** Breadth first, so that a node's failure link (always shorter) is known before the node's own children are reached. */
function breadthFirst({ size, firstChild, nextSibling }: Trie): Ints {
  const order = new Int32Array(size);
  let end = 1;
  for (let at = 0; at < end; at++) {
    for (let child = firstChild[order[at]!]!; child > 0; child = nextSibling[child]!) order[end++] = child;
  }
  return order;
}

interface Layout {
  readonly base: Ints;
  readonly check: Ints;
  /** By node of the trie: its place. */
  readonly slot: Ints;
}

/**
 * Lays the nodes out first-fit and returns `base` and `check`; both end with a row of padding, so a scan needs no bounds test. Nodes with many
 * children fit nowhere in the crowded front: for each number of children the search goes on where the last one ended.
 */
function layOut({ size, symbol, firstChild, nextSibling }: Trie, order: Ints, alphabetSize: number): Layout {
  let [base, check] = [new Int32Array(1024), new Int32Array(1024)];
  const slot = new Int32Array(size);
  const searchFrom: number[] = [];
  const symbols: number[] = [];
  let used = 1;
  for (const parent of order) {
    symbols.length = 0;
    for (let child = firstChild[parent]!; child > 0; child = nextSibling[child]!) symbols.push(symbol[child]!);
    if (symbols.length === 0) continue;
    const largest = symbols.at(-1)!;
    let offset = Math.max(1, searchFrom[symbols.length] ?? 1);
    for (; ; offset++) {
      check = grown(check, offset + largest + 1);
      if (isFree(check, offset, symbols)) break;
    }
    searchFrom[symbols.length] = offset;
    used = Math.max(used, offset + largest + 1);
    base = grown(base, slot[parent]! + 1);
    base[slot[parent]!] = offset;
    for (let child = firstChild[parent]!; child > 0; child = nextSibling[child]!) {
      slot[child] = offset + symbol[child]!;
      check[slot[child]!] = slot[parent]! + 1;
    }
  }
  const padded = used + alphabetSize + 1;
  return { base: grown(base, padded).slice(0, padded), check: grown(check, padded).slice(0, padded), slot };
}

function isFree(check: Ints, offset: number, symbols: readonly number[]): boolean {
  for (let i = 0; i < symbols.length; i++) if (check[offset + symbols[i]!] !== 0) return false;
  return true;
}

/** By slot: where the scan goes on when no child fits. */
function linkFailures({ base, check, slot }: Layout, { symbol }: Trie, order: Ints): Ints {
  const fail = new Int32Array(base.length);
  for (const node of order.subarray(1)) {
    const at = slot[node]!;
    const parent = check[at]! - 1;
    if (parent === 0) continue;
    let [fallback, to] = [parent, 0];
    do {
      fallback = fail[fallback]!;
      to = base[fallback]! + symbol[node]!;
    } while (check[to] !== fallback + 1 && fallback !== 0);
    fail[at] = check[to] === fallback + 1 ? to : 0;
  }
  return fail;
}

/** What a scan reads of a state lies side by side, so that a step costs one cache line: places in a cell, and its size. */
const BASE = 0;
const CHECK = 1;
const FAIL = 2;
/** The state itself or its longest proper suffix at which a pattern ends; 0 when there is none. */
const OUT = 3;
const CELL = 4;

/**
 * Compiles patterns. Equal patterns are kept apart: each is reported.
 *
 * @param alphabetSize the largest symbol that occurs in a pattern or a text, plus one
 */
export function buildAutomaton(patterns: readonly (readonly number[])[], alphabetSize: number): Automaton {
  const trie = buildTrie(patterns);
  const order = breadthFirst(trie);
  const layout = layOut(trie, order, alphabetSize);
  const { base, check, slot } = layout;
  const fail = linkFailures(layout, trie, order);
  const head = new Int32Array(base.length).fill(-1);
  const next = new Int32Array(patterns.length).fill(-1);
  for (let pattern = patterns.length - 1; pattern >= 0; pattern--) {
    const end = slot[trie.endOf[pattern]!]!;
    if (end === 0) continue;
    next[pattern] = head[end]!;
    head[end] = pattern;
  }
  const cells = new Int32Array(base.length * CELL);
  for (const node of order) {
    const [at, cell] = [slot[node]!, slot[node]! * CELL];
    cells[cell + BASE] = base[at]! * CELL;
    cells[cell + FAIL] = fail[at]! * CELL;
    cells[cell + OUT] = head[at]! >= 0 ? cell : cells[fail[at]! * CELL + OUT]!;
    if (node > 0) cells[cell + CHECK] = (check[at]! - 1) * CELL + 1;
  }
  return {
    scan(symbols, length, visit) {
      let state = 0;
      for (let i = 0; i < length; i++) {
        const symbol = symbols[i]!;
        if (symbol <= 0 || symbol >= alphabetSize) {
          state = 0;
          continue;
        }
        let to = cells[state + BASE]! + symbol * CELL;
        while (cells[to + CHECK] !== state + 1 && state !== 0) {
          state = cells[state + FAIL]!;
          to = cells[state + BASE]! + symbol * CELL;
        }
        state = cells[to + CHECK] === state + 1 ? to : 0;
        for (let out = cells[state + OUT]!; out > 0; out = cells[cells[out + FAIL]! + OUT]!) {
          for (let pattern = head[out / CELL]!; pattern >= 0; pattern = next[pattern]!) visit(pattern, i + 1);
        }
      }
    },
  };
}
