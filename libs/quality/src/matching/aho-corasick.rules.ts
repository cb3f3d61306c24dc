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

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  readonly patterns: number[];
  slot: number;
  fail: TrieNode | null;
}

const node = (): TrieNode => ({ children: new Map(), patterns: [], slot: 0, fail: null });

function buildTrie(patterns: readonly (readonly number[])[]): TrieNode {
  const root = node();
  patterns.forEach((pattern, index) => {
    if (pattern.length === 0) return;
    let at = root;
    for (const symbol of pattern) {
      if (!(symbol > 0)) throw new RangeError('symbols of a pattern are positive integers');
      let next = at.children.get(symbol);
      if (!next) at.children.set(symbol, (next = node()));
      at = next;
    }
    at.patterns.push(index);
  });
  return root;
}

/** Breadth first, so that a node's failure link (always shorter) is known before the node's own children are reached. */
function linkFailures(root: TrieNode): TrieNode[] {
  const order = [root];
  for (const parent of order) {
    for (const [symbol, child] of parent.children) {
      let fallback = parent.fail;
      while (fallback && !fallback.children.has(symbol)) fallback = fallback.fail;
      child.fail = fallback?.children.get(symbol) ?? root;
      order.push(child);
    }
  }
  return order;
}

const grown = (values: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> => {
  if (size <= values.length) return values;
  const larger = new Int32Array(Math.max(size, values.length * 2));
  larger.set(values);
  return larger;
};

/**
 * Lays the nodes out first-fit and returns `base` and `check`; both end with a row of padding, so a scan needs no bounds test. Nodes with many
 * children fit nowhere in the crowded front: for each number of children the search goes on where the last one ended.
 */
function layOut(order: readonly TrieNode[], alphabetSize: number): { base: Int32Array; check: Int32Array } {
  let base = new Int32Array(1024);
  let check = new Int32Array(1024);
  let used = 1;
  const searchFrom: number[] = [];
  for (const parent of order) {
    if (parent.children.size === 0) continue;
    const symbols = [...parent.children.keys()].sort((a, b) => a - b);
    let offset = Math.max(1, searchFrom[symbols.length] ?? 1);
    for (; ; offset++) {
      check = grown(check, offset + symbols.at(-1)! + 1);
      if (symbols.every((symbol) => check[offset + symbol] === 0)) break;
    }
    searchFrom[symbols.length] = offset;
    used = Math.max(used, offset + symbols.at(-1)! + 1);
    base = grown(base, parent.slot + 1);
    base[parent.slot] = offset;
    for (const symbol of symbols) {
      check[offset + symbol] = parent.slot + 1;
      parent.children.get(symbol)!.slot = offset + symbol;
    }
  }
  const size = used + alphabetSize + 1;
  return { base: grown(base, size).slice(0, size), check: grown(check, size).slice(0, size) };
}

/**
 * Compiles patterns. Equal patterns are kept apart: each is reported.
 *
 * @param alphabetSize the largest symbol that occurs in a pattern or a text, plus one
 */
export function buildAutomaton(patterns: readonly (readonly number[])[], alphabetSize: number): Automaton {
  const order = linkFailures(buildTrie(patterns));
  const { base, check } = layOut(order, alphabetSize);
  const fail = new Int32Array(base.length);
  const head = new Int32Array(base.length).fill(-1);
  const next = new Int32Array(patterns.length).fill(-1);
  /** The longest proper suffix of a state at which some pattern ends; 0 when there is none. */
  const suffix = new Int32Array(base.length);
  for (const state of order.slice(1)) {
    const fallback = state.fail!.slot;
    fail[state.slot] = fallback;
    suffix[state.slot] = head[fallback]! >= 0 ? fallback : suffix[fallback]!;
    for (const pattern of [...state.patterns].reverse()) {
      next[pattern] = head[state.slot]!;
      head[state.slot] = pattern;
    }
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
        let to = base[state]! + symbol;
        while (check[to] !== state + 1 && state !== 0) {
          state = fail[state]!;
          to = base[state]! + symbol;
        }
        state = check[to] === state + 1 ? to : 0;
        for (let out = head[state]! >= 0 ? state : suffix[state]!; out > 0; out = suffix[out]!) {
          for (let pattern = head[out]!; pattern >= 0; pattern = next[pattern]!) visit(pattern, i + 1);
        }
      }
    },
  };
}
