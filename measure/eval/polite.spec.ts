import { type Language } from '#contracts';
import {
  loadChecklist,
  loadLexicons,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareChecklist,
  prepareReader,
  writtenTranscript,
} from '#quality';
import { partHeldThird } from './held-third.rules.js';
import { findShared, readPair, sharedSets, type Labelled } from './labelled.js';
import { POLITE } from './polite.fixture.js';

const read = prepareReader({ lexicons: loadLexicons(), profile: NEUTRAL_PROFILE });
/** Items that say of an agent what must not be said. */
const ACCUSE = ['conduct.no_prohibited', 'conduct.no_arguing', 'ownership.no_deflection'];
const judges = ['standard-inbound', 'complaint'].map((name) => {
  const { checklist } = loadChecklist(name);
  const only = checklist.sections.map((section) => ({
    ...section,
    items: section.items.filter(({ id }) => ACCUSE.includes(id)),
  }));
  return prepareChecklist({ ...checklist, sections: only });
});

const AROUND: Record<Language, readonly [string, string]> = {
  zh: ['我想问一下我的订单和账户的情况，麻烦帮我看看', '好的，谢谢您'],
  en: ['i would like to ask about my order and my account please', 'okay thank you'],
};

/** Which of those items one sentence of an agent's fails, in a conversation that is harmless otherwise. */
function accusedOf(language: Language, sentence: string): string[] {
  const [before, after] = AROUND[language];
  const turns = [
    { speaker: 'customer' as const, text: before },
    { speaker: 'agent' as const, text: sentence },
    { speaker: 'customer' as const, text: after },
  ];
  const transcript = writtenTranscript({ language, turns });
  const call = read({ transcript, transcriptVersion: 1, facts: NO_FACTS });
  return judges.flatMap(({ judge }) =>
    judge(call)
      .items.filter(({ itemId, outcome }) => ACCUSE.includes(itemId) && outcome === 'not_met')
      .map(({ itemId }) => `${itemId}: ${sentence}`),
  );
}

describe('what courteous agents say', () => {
  it.each(['en', 'zh'] as const)('accuses no agent: %s', (language) => {
    expect(POLITE[language].flatMap((sentence) => accusedOf(language, sentence))).toEqual([]);
  });

  it.each([
    ['en', 'you are an idiot'],
    ['en', 'it is your own fault'],
    ['en', 'not my problem'],
    ['zh', '你有病吧'],
    ['zh', '是您自己的问题，怪谁'],
    ['zh', '这个不归我们管'],
  ] as const)('is told from what is not courteous: %s, %s', (language, sentence) => {
    expect(accusedOf(language, sentence)).not.toEqual([]);
  });
});

/** Real dialogues without forbidden wording and without sending away, as their readers found; not of the third that is kept back. */
function clean(): Labelled[] {
  const beside = findShared(process.cwd());
  const sixty = beside?.dialogueFiles.flatMap(({ file, language }) => readPair(file, beside.labelFile, language)) ?? [];
  return [sixty, ...sharedSets(process.cwd()).map(({ dialogues }) => dialogues)]
    .flatMap((dialogues) => partHeldThird(dialogues).readable)
    .filter(({ labels }) => labels.prohibited?.value !== 'met' && labels.sent_away?.value !== true);
}

const real = clean();

(real.length > 0 ? describe : describe.skip)(
  'what real agents say (skipped where the shared dialogues are not beside)',
  () => {
    const sentences = real.flatMap(({ language, turns }) =>
      turns
        .filter(({ speaker }) => speaker === 'agent')
        .flatMap(({ text }) => text.split(/(?<=[。！？!?])|(?<=\.)\s+/))
        .filter((text) => text.trim().length > 4)
        .map((text) => ({ language, text })),
    );

    it('accuses in at most one sentence of two hundred', () => {
      for (const language of ['zh', 'en'] as const) {
        const own = sentences.filter((one) => one.language === language);
        expect(own.length).toBeGreaterThan(300);
        const accused = own.flatMap(({ text }) => accusedOf(language, text));
        expect([language, accused.slice(0, accused.length > own.length / 200 ? 50 : 0)]).toEqual([language, []]);
      }
    });
  },
);
