import { type ChecklistDraftDefinition, type DrawnCalls, MOST_TRIAL_PIECE, type PhrasePieceAnswer } from '#contracts';
import { type ApiClient } from '../../../tools/demo/api-client.js';
import { withManyCalls } from '../list/with-many-calls.js';
import { type Say } from '../say.js';
import { madeUpUtterances } from '../search/utterances.rules.js';
import { claimWords, sealWords, TURNS } from './drawn-words.js';

export interface PhrasesOptions {
  calls: number;
  /** Draws, one after the other. */
  rounds: number;
}

/** What trying a phrase list on past calls costs a browser: drawing them, each piece, and all of a trial. */
export async function benchPhrases({ calls, rounds }: PhrasesOptions, say: Say): Promise<void> {
  say(`phrases: ${calls} calls of 40 teams, ${TURNS} turns of made-up Mandarin in those drawn; API process as shipped`);
  await withManyCalls(calls, async ({ client, owner, env }) => {
    await claimWords(owner);
    const draw = (seed?: string) => ask<DrawnCalls>(client, '', { languages: ['zh'], ...(seed && { seed }) });
    const { legIds, trialId, seed, withWords } = await draw();
    const draws = await timesOf(rounds, () => draw());
    say(`  a draw of ${legIds.length} of ${withWords} legs: ${said(draws)}`);
    await sealWords(env, owner, legIds);
    if ((await draw(seed)).legIds.join() !== legIds.join()) throw new Error('the same seed drew others');
    const [first, again] = [await trial(client, trialId, legIds), await trial(client, trialId, legIds)];
    say(`  a piece of ${MOST_TRIAL_PIECE} calls: ${said([...first, ...again])}`);
    const [one, two] = [first, again].map((pieces) => pieces.reduce((sum, took) => sum + took, 0) / 1000);
    say(`  a whole trial of ${legIds.length} calls: ${one!.toFixed(1)} s, and once more ${two!.toFixed(1)} s`);
  });
}

/** @returns milliseconds of each piece, one after the other as a screen asks */
async function trial(client: ApiClient, trialId: string, legIds: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  let read = 0;
  for (let at = 0; at < legIds.length; at += MOST_TRIAL_PIECE) {
    const piece = { trialId, definition: DRAFT, list: 'own.list_1', legIds: legIds.slice(at, at + MOST_TRIAL_PIECE) };
    const started = performance.now();
    const answer = await ask<PhrasePieceAnswer>(client, '/pieces', piece);
    took.push(performance.now() - started);
    read += answer.read.zh;
  }
  if (read !== legIds.length) throw new Error(`${read} of ${legIds.length} drawn calls were read`);
  return took;
}

async function ask<T>(client: ApiClient, path: string, body: object): Promise<T> {
  const answer = await client.request(`/api/v1/checklists/${DRAFT.id}/phrase-trials${path}`, {
    ...{ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return took;
}

function said(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** Twenty lines as they occur, and two items that listen for them in different places. */
const SAID = madeUpUtterances(33);
const DRAFT: ChecklistDraftDefinition = {
  ...{ format: 'shouwen.checklist/1', id: 'bench-phrases', title: { zh: '试词表', en: 'Phrases' } },
  judges: { directions: ['inbound'], main: false, appliesWhen: [] },
  ...{ requiredCoverage: 0.5, minimumWords: { zh: 0, en: 0 } },
  phraseLists: [
    {
      ...{ name: 'own.list_1', title: { zh: '词表', en: 'List' }, en: [] },
      zh: Array.from({ length: 20 }, () => SAID.next().value.slice(0, 4)),
    },
  ],
  sections: [
    {
      ...{ id: 'all', title: { zh: '全部', en: 'All' } },
      items: (['opening', 'anywhere'] as const).map((zone) => ({
        ...{ id: `all.${zone}`, title: { zh: zone, en: zone }, weight: 1, clause: '–' },
        check: { kind: 'phrase', lookFor: ['own.list_1'], zone },
      })),
    },
  ],
};
