import { checklistSchema, type Bilingual, type Checklist, type CompanyProfile, type ItemResult } from '#contracts';
import { type Lexicons } from '../../lexicons/lexicon.rules.js';
import { type CallView } from '../../scoring/call-view.rules.js';
import { prepareChecklist } from '../../scoring/judge-checklist.rules.js';
import { prepareReader, type LegToScore } from '../../scoring/score.rules.js';
import { fromYaml, type ReadYaml } from '../checklist-yaml.rules.js';

/** What the thread of the bench is asked; plain values, as they cross threads. */
export type BenchTask =
  | {
      readonly kind: 'judge';
      readonly definition: unknown;
      readonly leg: LegToScore;
      readonly profile: CompanyProfile;
      /** Names the profile, so that its phrases are compiled once. */
      readonly profileHash: string;
    }
  | { readonly kind: 'yaml'; readonly text: string };

export interface Judged {
  readonly applies: boolean;
  readonly points: number | null;
  readonly maxPoints: number | null;
  readonly coverage: number;
  readonly items: readonly ItemResult[];
}

export type BenchResult =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'yaml'; readonly read: ReadYaml }
  /** The draft cannot judge yet: the validator says why. */
  | { readonly kind: 'unreadable'; readonly what: Bilingual };

const UNREADABLE: Bilingual = {
  zh: '草稿还不能用来评判：请先校验并改正错误。',
  en: 'The draft cannot judge yet: validate it and put the errors right first.',
};

/** Answers the tasks of the test bench; compiles phrase lists once and keeps them. */
export function prepareBench(lexicons: Lexicons): (task: BenchTask) => BenchResult {
  let reader: { hash: string; read: (leg: LegToScore) => CallView } | undefined;
  return (task) => {
    if (task.kind === 'yaml') return { kind: 'yaml', read: fromYaml(task.text) };
    if (reader?.hash !== task.profileHash) {
      reader = { hash: task.profileHash, read: prepareReader({ lexicons, profile: task.profile }) };
    }
    const parsed = checklistSchema.safeParse(task.definition);
    const prepared = parsed.success ? prepare(parsed.data) : null;
    if (!prepared) return { kind: 'unreadable', what: UNREADABLE };
    const call = reader.read(task.leg);
    const { points, maxPoints, coverage, pointsCount, items } = prepared.judge(call, { trace: true });
    const total = pointsCount ? { points, maxPoints } : { points: null, maxPoints: null };
    return { kind: 'judged', judged: { applies: prepared.applies(call), ...total, coverage, items } };
  };
}

function prepare(checklist: Checklist): ReturnType<typeof prepareChecklist> | null {
  try {
    return prepareChecklist(checklist);
  } catch {
    return null;
  }
}
