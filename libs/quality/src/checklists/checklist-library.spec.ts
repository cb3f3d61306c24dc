import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgesOf, type Outcome } from '#contracts';
import { parse } from 'yaml';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { packageRoot } from '#platform';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareChecklist } from '../scoring/judge-checklist.rules.js';
import { prepareReader } from '../scoring/score.rules.js';
import { libraryEntries, libraryEntry } from './checklist-library.js';
import { phrasesByName } from './checklist-validation.service.js';
import { libraryDraft } from './draft-definition.rules.js';
import { loadChecklist } from './load-checklist.js';
import { nodesIn } from './validate/read-checks.rules.js';
import { validateChecklist } from './validate/validate-checklist.rules.js';

/** A change of what an entry says is a new version of it: drafts name the version that they came from. */
const VERSIONS: Record<string, string> = {
  'bank 1': '7d21b2e6a30c7e8166f77e07de2d498bc9aac50ca40f49aa971e5b022289b02b',
  'telecom 1': '67f8efa36491dd3b70bd1fdf73c3a3a0319e2386c850e6fa3510142163492f39',
  'utility 1': '108c8afd653362f14bc28d678d34f37e71277abd079762c994c06f39d558cf27',
  'retail 1': 'd6a3e75ce57139d9cd2d6b8d22aa6c84fa75487719b221388d6bf937c5f7d962',
  'public-service 1': '83bf95e309f13c5df6b3b4fe9a31dd2c4a1cc5fdca75d4a7162bdc893240fa3a',
};

type Told = 'met' | 'not_met' | 'person' | 'not_applicable';
type Examples = Record<string, Partial<Record<Told, string[]>>>;

const outcomeOf = (told: Told): Outcome => (told === 'person' ? 'insufficient' : told);
const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
const examplesOf = (entry: string): Examples =>
  parse(readFileSync(join(packageRoot(), `test/fixtures/checklist-library/${entry}.yaml`), 'utf8')) as Examples;

const read = prepareReader({ lexicons: loadLexicons(), profile: PROFILE });
/** Only these say of words that they speak against an agent. */
const ACCUSE = ['bank.no_secret_asked', 'bank.no_returns_promised'];
const MAIN = {
  id: 'standard-inbound',
  title: { zh: '标准呼入', en: 'Standard inbound' },
  mainFor: ['inbound' as const],
};

it('has nothing of another name', () => {
  expect(libraryEntry('standard-inbound')).toBeUndefined();
  expect(libraryEntry('../standard-inbound')).toBeUndefined();
});

describe.each(libraryEntries())('the library’s $entry', ({ entry, version, about, checklist, hash }) => {
  const items = checklist.sections.flatMap((section) => section.items);

  it('has the content of its version', () => {
    expect([`${entry} ${version}`, hash]).toEqual([`${entry} ${version}`, VERSIONS[`${entry} ${version}`]]);
  });

  it('is whole in both languages, and the validator finds nothing in it', () => {
    for (const text of [about, checklist.title, ...items.flatMap(({ title, advice }) => [title, advice ?? title])]) {
      expect([isChinese(text.zh), isChinese(text.en)]).toEqual([true, false]);
    }
    const draft = { ...libraryDraft(checklist, entry, PROFILE), judges: judgesOf(checklist) };
    expect(validateChecklist(draft, { phrases: phrasesByName(), others: [MAIN], takenOut: [] })).toEqual([]);
  });

  it('loses no words to a comma that YAML reads as the next key', () => {
    const file = readFileSync(join(packageRoot(), `libs/quality/checklists/library/${entry}.yaml`), 'utf8');
    expect(file.split('\n').filter((line) => /\{ zh: .*, en: [^'"{}]*, [^'"{}]*\}/.test(line))).toEqual([]);
  });

  it('asks nothing that the standard checklist asks, and judges beside it', () => {
    const standard = loadChecklist('standard-inbound').checklist.sections.flatMap((section) => section.items);
    const ids = new Set(standard.map(({ id }) => id));
    expect(items.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(judgesOf(checklist).main).toBe(false);
  });

  it('never takes silence for a failure: what was not heard goes to a person', () => {
    for (const { id, check } of items) {
      for (const { node } of nodesIn(check, 'check')) {
        expect([id, node.kind]).not.toEqual([id, 'sequence']);
        if (node.kind === 'phrase')
          expect([id, ['met', 'ambiguous'].includes(String(node['whenAbsent']))]).toEqual([id, true]);
        if (Array.isArray(node['against'])) expect(ACCUSE).toContain(id);
      }
    }
  });

  it('has examples of every item in both languages', () => {
    const examples = examplesOf(entry);
    expect(Object.keys(examples).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const [id, told] of Object.entries(examples)) {
      const kinds = Object.keys(told).length;
      const spoken = new Set(Object.values(told).flat().map(isChinese));
      expect([id, kinds > 1 || id.endsWith('complaint_reference'), spoken.size]).toEqual([id, true, 2]);
    }
  });

  // A sentence of an example is shorter than a call.
  const { judge } = prepareChecklist({ ...checklist, minimumWords: { zh: 0, en: 0 } });
  const cases = Object.entries(examplesOf(entry)).flatMap(([id, told]) =>
    Object.entries(told).flatMap(([outcome, texts]) =>
      texts.map((text) => ({ id, outcome: outcomeOf(outcome as Told), text })),
    ),
  );
  it.each(cases)('$id is $outcome in “$text”', ({ id, outcome, text }) => {
    const transcript = buildTranscript(text.split(' / '));
    const call = read({ transcript, transcriptVersion: 1, facts: UNKNOWN_FACTS });
    const { items: results } = judge(call);
    expect(results.find(({ itemId }) => itemId === id)?.outcome).toBe(outcome);
    for (const one of results) if (one.outcome === 'not_met') expect(ACCUSE).toContain(one.itemId);
  });
});
