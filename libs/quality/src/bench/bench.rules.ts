import {
  checklistSchema,
  transcriptSchema,
  type Bilingual,
  type Checklist,
  type CompanyProfile,
  type ItemResult,
  type Language,
  type ScoringFacts,
  type Transcript,
  type Turn,
} from '#contracts';
import { callMeasures, countSpoken, type MeasuredRecording } from '#recordings/rules';
import { type Lexicons } from '../lexicons/lexicon.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { prepareChecklist } from '../scoring/judge-checklist.rules.js';
import { prepareReader, type LegToScore } from '../scoring/score.rules.js';
import { fromYaml, type ReadYaml } from '../checklists/checklist-yaml.rules.js';
import { prepareItemTrials, variedExamples, type ItemTask, type ItemTried } from './item-task.rules.js';
import { type Varied } from '../examples/variants.rules.js';
import { prepareTrials, type PhraseTask, type TriedCall } from './phrase-task.rules.js';

/** A leg of a call whose words are still bytes: taking them apart is the thread's work. */
export interface SealedLeg {
  /** The transcript's JSON as it is judged, and as it may be seen. */
  readonly words: Uint8Array;
  readonly shown: Uint8Array;
  readonly transcriptVersion: number;
  readonly facts: ScoringFacts;
  readonly sound: Omit<MeasuredRecording, 'spoken'> | null;
}

/** What the thread of the bench is asked; plain values, as they cross threads. */
export type BenchTask =
  | {
      readonly kind: 'judge';
      readonly definition: unknown;
      readonly leg: LegToScore | SealedLeg;
      readonly profile: CompanyProfile;
      /** Names the profile, so that its phrases are compiled once. */
      readonly profileHash: string;
    }
  | { readonly kind: 'yaml'; readonly text: string }
  | ({ readonly kind: 'phrases' } & PhraseTask)
  | ({ readonly kind: 'item' } & ItemTask)
  | ({ readonly kind: 'examples' } & Pick<ItemTask, 'draft' | 'itemId'>);

export interface Judged {
  readonly applies: boolean;
  readonly points: number | null;
  readonly maxPoints: number | null;
  readonly coverage: number;
  readonly items: readonly ItemResult[];
  readonly language: Language;
  /** False where turns carry no real times. */
  readonly timed: boolean;
  readonly turns: readonly Pick<Turn, 'index' | 'speaker' | 'text' | 'fromMs'>[];
}

export type BenchResult =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'yaml'; readonly read: ReadYaml }
  | { readonly kind: 'tried'; readonly calls: readonly TriedCall[] }
  | { readonly kind: 'judged_item'; readonly calls: readonly ItemTried[] }
  | { readonly kind: 'varied'; readonly variants: readonly Varied[] }
  /** The draft cannot judge yet: the validator says why. */
  | { readonly kind: 'unreadable'; readonly what: Bilingual };

const UNREADABLE: Bilingual = {
  zh: '草稿还不能用来评判：请先校验并改正错误。',
  en: 'The draft cannot judge yet: validate it and put the errors right first.',
};

/** Two hours of quick talk. */
const MOST_TURNS = 3000;
const TOO_LONG: Bilingual = {
  zh: '这通电话太长，试评台不评。请选短一些的通话。',
  en: 'This call is too long for the test bench. Choose a shorter one.',
};

function opened(leg: LegToScore | SealedLeg): { leg: LegToScore; shown: Transcript } {
  if ('transcript' in leg) return { leg, shown: leg.transcript };
  const { words, shown, sound, ...rest } = leg;
  const read = (json: Uint8Array): Transcript => JSON.parse(new TextDecoder().decode(json)) as Transcript;
  const transcript = transcriptSchema.parse(read(words));
  const measures = sound ? callMeasures({ ...sound, spoken: countSpoken(transcript) }) : null;
  return { leg: { ...rest, transcript, measures }, shown: read(shown) };
}

/** Answers the tasks of the test bench; compiles phrase lists once and keeps them. */
export function prepareBench(lexicons: Lexicons): (task: BenchTask) => BenchResult {
  let reader: { hash: string; read: (leg: LegToScore) => CallView } | undefined;
  const [tryPhrases, tryItem] = [prepareTrials(), prepareItemTrials()];
  return (task) => {
    if (task.kind === 'yaml') return { kind: 'yaml', read: fromYaml(task.text) };
    if (task.kind === 'examples') return variedExamples(task.draft, task.itemId);
    if (reader?.hash !== task.profileHash) {
      reader = { hash: task.profileHash, read: prepareReader({ lexicons, profile: task.profile }) };
    }
    if (task.kind === 'phrases') return tryPhrases(task, reader.read);
    if (task.kind === 'item') return tryItem(task, reader.read);
    const parsed = checklistSchema.safeParse(task.definition);
    const prepared = parsed.success ? prepare(parsed.data) : null;
    if (!prepared) return { kind: 'unreadable', what: UNREADABLE };
    const { leg, shown } = opened(task.leg);
    if (shown.turns.length > MOST_TURNS) return { kind: 'unreadable', what: TOO_LONG };
    const call = reader.read(leg);
    const { points, maxPoints, coverage, pointsCount, items } = prepared.judge(call, { trace: true });
    const total = pointsCount ? { points, maxPoints } : { points: null, maxPoints: null };
    const turns = shown.turns.map(({ index, speaker, text, fromMs }) => ({ index, speaker, text, fromMs }));
    const seen = { language: shown.language, timed: shown.durationMs > 0, turns };
    return { kind: 'judged', judged: { applies: prepared.applies(call), ...total, coverage, items, ...seen } };
  };
}

function prepare(checklist: Checklist): ReturnType<typeof prepareChecklist> | null {
  try {
    return prepareChecklist(checklist);
  } catch {
    return null;
  }
}
