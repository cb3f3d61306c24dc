import { type Bilingual } from '#contracts';
import { type Env } from '#platform';
import { hostOf, mayLeaveFor } from '#transcripts';

/** The language model beside the rules, as an administrator has to know it. */
export interface ScorerStatus {
  state: 'off' | 'on' | 'egress_not_allowed';
  model: string | null;
  /** `host:port` that masked words are sent to; null where none is set. */
  host: string | null;
  /** What to do; null where nothing is. */
  advice: Bilingual | null;
}

/** Looks at the settings only: nothing is sent to find out. */
export function scorerStatus({ scorer, engines }: Pick<Env, 'scorer' | 'engines'>): ScorerStatus {
  if (!scorer) return { state: 'off', model: null, host: null, advice: null };
  const known = { model: scorer.model, host: hostOf(scorer.url) };
  if (mayLeaveFor(scorer.url, engines.egressHosts)) return { state: 'on', ...known, advice: null };
  const advice = {
    zh: `不允许把文字送到 ${known.host}：评分仍只按规则。如要启用，请把它写入 SHOUWEN_EGRESS_HOSTS。`,
    en: `Words may not be sent to ${known.host}, so rules alone score. To use it, name it in SHOUWEN_EGRESS_HOSTS.`,
  };
  return { state: 'egress_not_allowed', ...known, advice };
}
