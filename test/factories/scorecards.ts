import { type DataSource } from 'typeorm';
import { type Checklist, type ItemResult, type Outcome, type SignName } from '#contracts';
import { newId } from '#platform';
import { ChecklistVersion, countOutcomes, CountingScorecard, Scorecard } from '#quality';

const both = (text: string) => ({ zh: `${text}（中）`, en: text });

/** The smallest checklist: one section, two items. */
export const SMALL_CHECKLIST: Checklist = {
  format: 'shouwen.checklist/1',
  id: 'small',
  version: 1,
  title: both('Small'),
  // Judges nothing on its own: its scorecards are made here.
  judges: { directions: ['internal'], main: true, appliesWhen: [] },
  requiredCoverage: 0.5,
  criticalFailure: 'section',
  minimumWords: { zh: 0, en: 0 },
  sections: [
    {
      id: 'greeting',
      title: both('Greeting'),
      items: ['greeting.salutation', 'greeting.offer'].map((id) => ({
        id,
        title: both(id),
        weight: 5,
        critical: false,
        clause: 'P1 §1',
        appliesWhen: [],
        check: { kind: 'human', ask: both('Was it done?') },
      })),
    },
  ],
};

/** A counting scorecard of the small checklist: the greeting was heard in turn 0, characters 0–5, with these signs; the offer was not made. */
export async function buildScorecard(
  source: DataSource,
  legId: string,
  transcriptId: string,
  signs: readonly SignName[] = [],
  outcomes: Record<string, Outcome> = {},
): Promise<string> {
  const { id: checklistId, version } = SMALL_CHECKLIST;
  await source.manager
    .createQueryBuilder()
    .insert()
    .into(ChecklistVersion)
    .values({
      checklistId,
      version,
      sha256: '0'.repeat(64),
      definition: SMALL_CHECKLIST as object,
      publishedAt: new Date(),
    })
    .orIgnore()
    .execute();
  const id = newId();
  const words = { kind: 'words' as const, transcriptVersion: 1, turn: 0, fromMs: 0, toMs: 400, fromChar: 0, toChar: 5 };
  const met: ItemResult = {
    itemId: 'greeting.salutation',
    outcome: 'met',
    reason: null,
    source: 'rule',
    confidence: 0.9,
    checkId: 'phrase/1',
    evidence: [words],
    explanation: both('The greeting was heard.'),
  };
  const signed = signs.length > 0 ? { ...met, signs: signs.map((name) => ({ name, evidence: [words] })) } : met;
  const absence = { kind: 'absence' as const, fromTurn: 0, toTurn: 1, lookedFor: ['offer'] };
  const notMet: ItemResult = { ...met, itemId: 'greeting.offer', outcome: 'not_met', evidence: [absence] };
  const items = [signed, notMet].map((item) => ({ ...item, outcome: outcomes[item.itemId] ?? item.outcome }));
  await source.manager.insert(Scorecard, {
    id,
    legId,
    checklistId,
    checklistVersion: version,
    transcriptId,
    lexiconHash: 'l',
    engineHash: 'e',
    author: 'automatic',
    authorPersonId: null,
    inputs: null,
    basedOnId: null,
    items,
    counts: countOutcomes(items),
    worst: null,
    points: 5,
    maxPoints: 10,
    coverage: 1,
    trusted: true,
    resultSha256: '0'.repeat(64),
    createdAt: new Date(),
  });
  await source.manager.upsert(CountingScorecard, { legId, checklistId, scorecardId: id }, ['legId', 'checklistId']);
  return id;
}
