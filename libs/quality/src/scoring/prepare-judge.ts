import { languageSchema, type Checklist, type CompanyProfile, type Transcript } from '#contracts';
import { callMeasures, countSpoken } from '#recordings/rules';
import { writtenTranscript, NO_FACTS } from '../call/written-dialogue.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { type FoundActs } from '../acts/found-acts.js';
import { type Lexicons } from '../lexicons/lexicon.rules.js';
import { type NotTrustedItem } from '../trust/trust.rules.js';
import { automaticCard } from './automatic-card.js';
import { prepareChecklist, type PreparedChecklist } from './judge-checklist.rules.js';
import { type ScorableLeg, type SealedLegToScore } from './scorable-leg.js';
import { prepareReader, type LegToScore } from './score.rules.js';

/** A checklist that judges it, and which of its items do not count yet. */
export interface Judging {
  readonly checklist: Checklist;
  /** Names the checklist, so that it is compiled once. */
  readonly hash: string;
  readonly notTrusted: readonly NotTrustedItem[];
}

/** What the thread is asked; plain values, as they cross threads. */
export interface JudgeQuestion {
  /** Null: nothing is judged, but all is compiled that judging needs. */
  readonly leg: SealedLegToScore | null;
  readonly judging: readonly Judging[];
  readonly profile: CompanyProfile;
  readonly profileHash: string;
}

export type Cards = ReturnType<typeof automaticCard>[];

/** Judges legs; compiles phrase lists and checklists once and keeps them, as that takes longer than judging a call. */
export function prepareJudge(lexicons: Lexicons): (question: JudgeQuestion) => Cards {
  let reader: { hash: string; read: (leg: LegToScore) => CallView } | undefined;
  const prepared = new Map<string, PreparedChecklist>();
  const prepare = ({ checklist, hash }: Judging): PreparedChecklist => {
    const key = `${checklist.id} ${checklist.version} ${hash}`;
    const known = prepared.get(key) ?? prepareChecklist(checklist);
    prepared.set(key, known);
    return known;
  };
  return ({ leg: sealed, judging, profile, profileHash }) => {
    if (reader?.hash !== profileHash) reader = { hash: profileHash, read: prepareReader({ lexicons, profile }) };
    const { read } = reader;
    if (!sealed) {
      const silent = languageSchema.options.map((language) => read(silence(language)));
      for (const one of judging) silent.forEach((call) => prepare(one).judge(call));
      return [];
    }
    const leg = opened(sealed);
    const call = read(leg.input);
    return judging.flatMap((one) => {
      const { applies, judge } = prepare(one);
      const { checklist, notTrusted } = one;
      return applies(call)
        ? [automaticCard(leg, judge(call, { notTrusted }), { checklist, profileHash, notTrusted })]
        : [];
    });
  };
}

function opened({ words, foundActs, sound, transcriptVersion, facts, answers, ...leg }: SealedLegToScore): ScorableLeg {
  const transcript = JSON.parse(new TextDecoder().decode(words)) as Transcript;
  const acts = foundActs && (JSON.parse(new TextDecoder().decode(foundActs)) as FoundActs);
  const measures = sound ? callMeasures({ ...sound, spoken: countSpoken(transcript) }) : null;
  return { ...leg, input: { transcript, transcriptVersion, facts, measures, acts, ...(answers && { answers }) } };
}

const silence = (language: Transcript['language']): LegToScore => ({
  transcript: writtenTranscript({ language, turns: [] }),
  transcriptVersion: 1,
  facts: NO_FACTS,
});
