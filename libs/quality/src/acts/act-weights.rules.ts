import { type Language } from '#contracts';
import { ACT_STEPS, ACTS_OF, type Act, type ActSpeaker } from './acts.js';
import { featuresOf, wholeRoot } from './features.rules.js';

/** What is known of one side's sentences: integer weights of n-grams, an act a column. */
export interface SideWeights {
  readonly acts: readonly Act[];
  /** Hashes of the n-grams, ascending. */
  readonly hashes: Uint32Array;
  /** How rare each is, in sixteenths. */
  readonly rareness: Uint8Array;
  /** By n-gram, then act. */
  readonly weights: Int8Array;
  /** By act: what a step of a weight is worth, and what is added. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** By act, ascending: from which margin on the posterior is so many sixteenths, for 1 to 15. */
  readonly steps: readonly (readonly number[])[];
}

export interface ActWeights {
  readonly language: Language;
  /** SHA-256 of the file: names what found acts. */
  readonly hash: string;
  /** SHA-256 of the sentences that it was made from. */
  readonly corpus: string;
  readonly sides: Readonly<Record<ActSpeaker, SideWeights>>;
}

/** Margins are whole numbers: 1 is written so. */
export const MARGIN_ONE = 65_536;
/** An n-gram that no sentence of the corpus has is as rare as can be: it makes what is known of the sentence weigh less. */
export const UNSEEN_NGRAM_WEIGHT = 144;

/** Keeps what looking a sentence up takes. */
export type TellActs = (sentence: string) => Map<Act, number>;

/** Margins of every act for one sentence. Sums of whole numbers: the same bits everywhere. */
export function prepareMargins(side: SideWeights, language: Language): (sentence: string) => number[] {
  const rows = new Map<number, number>();
  side.hashes.forEach((hash, row) => rows.set(hash, row));
  const width = side.acts.length;
  return (sentence) => {
    const sums = new Array<number>(width).fill(0);
    let squares = 0;
    for (const feature of featuresOf(sentence, language)) {
      const row = rows.get(feature);
      const rare = row === undefined ? UNSEEN_NGRAM_WEIGHT : side.rareness[row]!;
      squares += rare * rare;
      if (row === undefined) continue;
      for (let act = 0; act < width; act++) sums[act]! += side.weights[row * width + act]! * rare;
    }
    const root = Math.max(1, wholeRoot(squares * 256));
    return sums.map((sum, act) => Math.trunc((sum * 16 * side.scales[act]!) / root) + side.biases[act]!);
  };
}

export function prepareActs(side: SideWeights, language: Language): TellActs {
  const margins = prepareMargins(side, language);
  return (sentence) => {
    const found = new Map<Act, number>();
    margins(sentence).forEach((margin, act) => {
      const level = side.steps[act]!.filter((from) => margin >= from).length;
      if (level >= LEAST_KEPT) found.set(side.acts[act]!, level);
    });
    return found;
  };
}

/** A posterior below this says nothing and is not kept. */
const LEAST_KEPT = 2;

interface Header {
  readonly format: 'shouwen.acts/1';
  readonly language: Language;
  readonly corpus: string;
  readonly sides: Record<ActSpeaker, Pick<SideWeights, 'acts' | 'scales' | 'biases' | 'steps'> & { rows: number }>;
}

const SIDES: readonly ActSpeaker[] = ['agent', 'customer'];

/** One line of JSON, then by side: hashes (little-endian), rareness, weights. */
export function writeWeights({ language, corpus, sides }: Omit<ActWeights, 'hash'>): Buffer {
  const of = (speaker: ActSpeaker): Header['sides'][ActSpeaker] => {
    const { acts, scales, biases, steps, hashes } = sides[speaker];
    return { rows: hashes.length, acts, scales, biases, steps };
  };
  const header: Header = {
    format: 'shouwen.acts/1',
    language,
    corpus,
    sides: { agent: of('agent'), customer: of('customer') },
  };
  const parts = SIDES.flatMap((speaker) => {
    const { hashes, rareness, weights } = sides[speaker];
    const written = Buffer.alloc(hashes.length * 4);
    hashes.forEach((hash, row) => written.writeUInt32LE(hash, row * 4));
    return [written, Buffer.from(rareness), Buffer.from(weights.buffer, weights.byteOffset, weights.length)];
  });
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]);
}

/** @throws Error when it is no file of weights, or of acts that this release does not know */
export function readWeights(bytes: Buffer, hash: string): ActWeights {
  const end = bytes.indexOf(0x0a);
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
  if (header.format !== 'shouwen.acts/1') throw new Error('not a file of act weights');
  let at = end + 1;
  const take = (length: number): Buffer => bytes.subarray(at, (at += length));
  const read = (speaker: ActSpeaker): SideWeights => {
    const { rows, acts, ...rest } = header.sides[speaker];
    if (acts.join() !== ACTS_OF[speaker].join()) throw new Error(`weights of other acts: ${acts.join()}`);
    if (rest.steps.some((steps) => steps.length !== ACT_STEPS - 1)) throw new Error('weights of other steps');
    const raw = take(rows * 4);
    const hashes = Uint32Array.from({ length: rows }, (_, row) => raw.readUInt32LE(row * 4));
    const rareness = Uint8Array.from(take(rows));
    const weights = Int8Array.from(new Int8Array(take(rows * acts.length)));
    return { acts, ...rest, hashes, rareness, weights };
  };
  const agent = read('agent');
  const sides = { agent, customer: read('customer') };
  if (at !== bytes.length) throw new Error('act weights are cut short or too long');
  return { language: header.language, hash, corpus: header.corpus, sides };
}
