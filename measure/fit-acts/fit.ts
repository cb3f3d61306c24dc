import { type Language } from '#contracts';
import {
  ACT_STEPS,
  ACTS_OF,
  featuresOf,
  MARGIN_ONE,
  UNSEEN_NGRAM_WEIGHT,
  type Act,
  type ActSpeaker,
  type CorpusSentence,
  type SideWeights,
} from '#quality';
import { risingSteps } from './rising-steps.rules.js';
import { separate, type Rows } from './separate.rules.js';

/** N-grams of fewer sentences than this are left out. */
const LEAST_SENTENCES = 2;
const WEIGHT_OF_ACTS = 2;

type Learned = Pick<CorpusSentence, 'acts' | 'unsure' | 'text' | 'hand'>;

/** 11 times the binary logarithm, straight between powers of two: close to sixteen times the natural one, and without a function that machines round differently. */
function rarenessOf(sentences: number, having: number): number {
  let [share, powers] = [sentences / having, 0];
  while (share >= 2) [share, powers] = [share / 2, powers + 1];
  return Math.max(1, Math.min(UNSEEN_NGRAM_WEIGHT, Math.round(11 * (powers + share - 1)) + 1));
}

interface Grams {
  readonly rows: Rows;
  readonly hashes: Uint32Array;
  readonly rareness: Uint8Array;
}

function gramsOf(features: readonly ReadonlySet<number>[]): Grams {
  const having = new Map<number, number>();
  for (const set of features) for (const hash of set) having.set(hash, (having.get(hash) ?? 0) + 1);
  const hashes = Uint32Array.from([...having].filter(([, n]) => n >= LEAST_SENTENCES).map(([hash]) => hash)).sort();
  const rareness = Uint8Array.from(hashes, (hash) => rarenessOf(features.length, having.get(hash)!));
  const column = new Map([...hashes].map((hash, i) => [hash, i]));
  const [starts, columns, values]: number[][] = [[0], [], []];
  for (const set of features) {
    let squares = 0;
    const known: number[] = [];
    for (const hash of set) {
      const at = column.get(hash);
      const rare = at === undefined ? UNSEEN_NGRAM_WEIGHT : rareness[at]!;
      squares += rare * rare;
      if (at !== undefined) known.push(at);
    }
    const length = Math.sqrt(Math.max(1, squares));
    for (const at of known) {
      columns!.push(at);
      values!.push(rareness[at]! / length);
    }
    columns!.push(hashes.length);
    values!.push(1);
    starts!.push(columns!.length);
  }
  const rows = {
    starts: Int32Array.from(starts!),
    columns: Int32Array.from(columns!),
    values: Float64Array.from(values!),
    width: hashes.length + 1,
  };
  return { rows, hashes, rareness };
}

const labelOf = ({ acts, unsure }: Learned, act: Act): number => (unsure.has(act) ? 0 : acts.has(act) ? 1 : -1);

const planesOf = (rows: Rows, sentences: readonly Learned[], acts: readonly Act[]): Float64Array[] =>
  acts.map((act) =>
    separate(
      rows,
      Int8Array.from(sentences, (one) => labelOf(one, act)),
      WEIGHT_OF_ACTS,
    ),
  );

/** Weights as whole numbers of one byte, with what a step of each act is worth. */
function inBytes(planes: readonly Float64Array[], rows: number): Pick<SideWeights, 'weights' | 'scales' | 'biases'> {
  const weights = new Int8Array(rows * planes.length);
  const scales = planes.map((plane, act) => {
    let most = 0;
    for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(plane[row]!));
    const scale = Math.max(1, Math.ceil((most * MARGIN_ONE) / 127));
    for (let row = 0; row < rows; row++) {
      weights[row * planes.length + act] = Math.round((plane[row]! * MARGIN_ONE) / scale);
    }
    return scale;
  });
  return { weights, scales, biases: planes.map((plane) => Math.round(plane[rows]! * MARGIN_ONE)) };
}

/** Weights of one side without its steps: what margins are told by. */
export function fitSide(sentences: readonly Learned[], speaker: ActSpeaker, language: Language): SideWeights {
  const acts = ACTS_OF[speaker];
  const { rows, hashes, rareness } = gramsOf(sentences.map(({ text }) => featuresOf(text, language)));
  return { acts, hashes, rareness, steps: [], ...inBytes(planesOf(rows, sentences, acts), hashes.length) };
}

/** A sentence's margins by weights that its own hand did not help to make. */
export interface UnseenMargins<S> {
  readonly sentence: S;
  readonly margins: readonly number[];
}

/** From which margin on an act is how likely, as measured on hands that the weights had not seen. */
export const stepsOf = (unseen: readonly UnseenMargins<Learned>[], acts: readonly Act[]): number[][] =>
  acts.map((act, i) => {
    const known = unseen.filter(({ sentence }) => !sentence.unsure.has(act));
    const told = known.map(({ sentence, margins }) => ({ margin: margins[i]!, has: sentence.acts.has(act) }));
    return risingSteps(told, ACT_STEPS);
  });
