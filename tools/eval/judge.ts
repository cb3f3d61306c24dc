import { type CompanyProfile, type LegFacts, type Transcript } from '#contracts';
import { loadChecklist, prepareChecklist, prepareReader, resolutionOf, situationOf, type Lexicons } from '#quality';
import { type Judged } from './agreement.rules.js';
import { type Labelled } from './labelled.js';

/** Written dialogues say nothing about the phone. */
const NO_FACTS: LegFacts = {
  from: 'none',
  direction: 'inbound',
  ringSeconds: null,
  hangupParty: null,
  transfer: null,
  consulted: null,
  noticeGiven: null,
  noticeBy: null,
  holdSpans: [],
};

/** Names no company: what a company calls itself would be a hint that a stranger's dialogues do not give. */
const NEUTRAL: CompanyProfile = {
  names: { zh: [], en: [] },
  departments: { zh: [], en: [] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};

function transcriptOf({ language, turns }: Labelled): Transcript {
  return {
    format: 'shouwen.transcript/1',
    language,
    engine: { name: 'written', version: '1', model: 'none' },
    durationMs: 0,
    channels: 2,
    turns: turns.map(({ speaker, text }, index) => ({ index, speaker, text, fromMs: 0, toMs: 0, words: [] })),
    unreliable: [],
  };
}

/** Judges dialogues by the standard checklist, as `npm run score` does. */
export function prepareJudge(lexicons: Lexicons): (dialogue: Labelled) => Judged {
  const read = prepareReader({ lexicons, profile: NEUTRAL });
  const { judge } = prepareChecklist(loadChecklist('standard-inbound').checklist);
  return (dialogue) => {
    const call = read({ transcript: transcriptOf(dialogue), transcriptVersion: 1, facts: NO_FACTS });
    const items = new Map(judge(call).items.map((item) => [item.itemId, item]));
    return { dialogue, items, situation: situationOf(call).kind, result: resolutionOf(call).state };
  };
}
