import pg from 'pg';
import {
  type BenchAnswer,
  type ChecklistDetail,
  type ChecklistDraftDefinition,
  type ChecklistDraftView,
  type LibraryEntryView,
  type ChecklistList,
  type DrawnCalls,
  type ItemPieceAnswer,
  type ImportedChecklist,
  type NotificationList,
  type PhrasePieceAnswer,
  type Problem,
  type ShownPhrases,
  type VariedExamples,
} from '#contracts';
import { relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { ChecklistRegister, type LoadedChecklist } from '#quality';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { whileNewer } from '../../../../test/support/newer-entry.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';

let api: TestApi;
let organisation: Organisation;
let manager: TestAccount;
let cookie: string;
/** Of a person who wrote in no draft. */
let second: string;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  cookie = await api.signIn(manager.username);
  second = await signedIn('quality_analyst', null);
  await api.app.get(ChecklistRegister).publishShipped();
});
afterAll(() => api.stop());

type Answer<T> = { status: number; body: T & Problem };
async function send<T = object>(method: string, path: string, body?: unknown, as = cookie): Promise<Answer<T>> {
  const response = await fetch(`${api.baseUrl}/api/v1/checklists${path}`, {
    method,
    headers: { cookie: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as T & Problem };
}

const signedIn = async (role: TestAccount['role'], teamId: string | null = organisation.teamA) =>
  api.signIn((await buildAccount(api.source, organisation, { role, teamId })).username);

const events = async (name: string): Promise<Record<string, unknown>[]> =>
  (
    await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id`,
      [name],
    )
  ).map(({ details }: { details: Record<string, unknown> }) => details);

const both = (text: string) => ({ zh: `${text}（中）`, en: text });
const REASON = 'The farewell counts more from now on';
/** A checklist of one item, apart from all others. */
const small = (id: string, over: Partial<ChecklistDraftDefinition> = {}): ChecklistDraftDefinition => ({
  format: 'shouwen.checklist/1',
  id,
  title: both('Own'),
  judges: { directions: ['outbound'], main: false, appliesWhen: [] },
  requiredCoverage: 0.5,
  minimumWords: { zh: 0, en: 0 },
  sections: [
    {
      id: 'closing',
      title: both('Closing'),
      items: [
        {
          id: 'closing.farewell',
          title: both('Farewell'),
          weight: 10,
          clause: 'P2 §2.4',
          check: { kind: 'phrase', lookFor: ['farewell'] },
        },
      ],
    },
  ],
  ...over,
});
const judging = async (direction: 'inbound' | 'outbound'): Promise<string[]> =>
  (await api.app.get(ChecklistRegister).judging(direction)).map(
    ({ checklist }: LoadedChecklist) => `${checklist.id} ${checklist.version}`,
  );

/** One asks, another publishes. */
async function twoPublish(id: string, revision: number): Promise<Answer<{ version: number }>> {
  await send('POST', `/${id}/draft/ask`, { revision });
  return send('POST', `/${id}/draft/publish`, { revision, reason: REASON }, second);
}

/** Opens, fills, validates and publishes. */
async function publish(id: string, definition = small(id)): Promise<Answer<{ version: number }>> {
  const latest = (await send('GET', `/${id}`)).status === 200;
  const { revision } = (
    await send<ChecklistDraftView>('POST', '', { checklistId: id, from: latest ? 'latest' : 'empty' })
  ).body;
  await send('PUT', `/${id}/draft`, { revision, definition });
  return twoPublish(id, revision + 1);
}

describe('the library', () => {
  const open = (checklistId: string, entry?: string, as = cookie) =>
    send<ChecklistDraftView>('POST', '', { checklistId, from: 'library', ...(entry && { entry }) }, as);
  const library = async (path = '') => {
    const response = await fetch(`${api.baseUrl}/api/v1/checklist-library${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  it('is a draft in the company’s name, judges nothing until two publish it, and is remembered as where it came from', async () => {
    const opened = await open('our-bank', 'bank');
    expect([opened.status, opened.body.findings]).toEqual([201, []]);
    expect(opened.body.definition).toMatchObject({ id: 'our-bank', title: { zh: '北风公司 · 银行业务' } });
    expect(await judging('inbound')).not.toContain('our-bank 1');
    const { definition } = opened.body;
    await send('PUT', '/our-bank/draft', { revision: 1, definition: { ...definition, requiredCoverage: 0.5 } });
    expect((await twoPublish('our-bank', 2)).status).toBe(200);
    expect(await judging('inbound')).toContain('our-bank 1');
    // The next version goes back to the same entry, also when it does not start from it.
    await send('POST', '', { checklistId: 'our-bank', from: 'latest' });
    const { body } = await send<ChecklistDetail>('GET', '/our-bank');
    expect(body.library).toEqual({ entry: 'bank', version: 1, title: { zh: '银行业务', en: 'Bank' }, newer: null });
    const after = await whileNewer('bank', () => send<ChecklistDetail>('GET', '/our-bank'));
    expect(after.body.library?.newer).toBe(2);
    expect((await library()).body).toMatchObject({
      entries: [{ entry: 'bank', taken: [{ checklistId: 'our-bank', version: 1 }] }, {}, {}, {}, {}],
    });
    const bank = (await library('/bank')).body as LibraryEntryView;
    expect(bank).toMatchObject({ draftTitle: { zh: '北风公司 · 银行业务' } });
    // What is measured of it is told: of its points, and of each item that rules and acts judge.
    for (const language of ['zh', 'en'] as const)
      expect(Object.values(bank.restsOn[language]).reduce((sum, n) => sum + n, 0)).toBe(bank.totalWeight);
    expect(bank.worth.length).toBeGreaterThan(0);
    expect(opened.body.worth.map(({ itemId }) => itemId)).toEqual(bank.worth.map(({ itemId }) => itemId));
    expect(await events('checklist.taken_from_library')).toEqual([
      { checklistId: 'our-bank', entry: 'bank', version: 1 },
    ]);
  });

  it('takes the place of no other checklist, and is for those who may change checklists of the whole company', async () => {
    await publish('taken-name');
    for (const id of ['taken-name', 'standard-inbound']) {
      expect((await open(id, 'retail')).body.code).toBe('checklist_exists');
    }
    expect((await open('our-shop', 'bakery')).body.code).toBe('library_entry_not_found');
    expect((await open('our-shop')).body.code).toBe('library_entry_not_found');
    expect((await open('our-shop', 'retail', second)).status).toBe(403);
    expect((await library('/bakery')).status).toBe(404);
  });
});

describe('the life of a checklist', () => {
  it('goes from an empty draft to a published version, a newer one, and retirement', async () => {
    const opened = await send<ChecklistDraftView>('POST', '', { checklistId: 'life', from: 'empty' });
    expect([opened.status, opened.body.revision, opened.body.stage]).toEqual([201, 1, 'draft']);
    expect(opened.body.findings.map(({ code }) => code)).toContain('missing_title');
    const saved = await send<ChecklistDraftView>('PUT', '/life/draft', { revision: 1, definition: small('life') });
    expect([saved.body.revision, saved.body.stage]).toEqual([2, 'draft']);
    const early = await send('POST', '/life/draft/publish', { revision: 2, reason: REASON }, second);
    expect([early.status, early.body.code]).toEqual([409, 'not_asked']);
    const validated = await send<ChecklistDraftView>('POST', '/life/draft/validate', { revision: 2 });
    expect(validated.body.stage).toBe('validated');
    expect(validated.body.findings.every(({ severity }) => severity === 'warning')).toBe(true);
    await send('POST', '/life/draft/ask', { revision: 2 });
    expect((await send('POST', '/life/draft/publish', { revision: 2, reason: 'short' }, second)).status).toBe(400);
    const first = await twoPublish('life', 2);
    expect([first.status, first.body.version]).toEqual([200, 1]);
    expect(await judging('outbound')).toContain('life 1');
    expect((await publish('life')).body.version).toBe(2);
    expect((await judging('outbound')).filter((one) => one.startsWith('life'))).toEqual(['life 2']);
    const { body } = await send<ChecklistDetail>('GET', '/life');
    expect(
      body.versions.map(({ version, stage, supersededBy, basedOn }) => ({ version, stage, supersededBy, basedOn })),
    ).toEqual([
      { version: 2, stage: 'published', supersededBy: null, basedOn: 1 },
      { version: 1, stage: 'retired', supersededBy: 2, basedOn: null },
    ]);
    expect(body.versions[0]).toMatchObject({ reason: REASON, origin: 'company' });
    expect((await send('POST', '/life/retire', { version: 1, reason: REASON })).body.code).toBe('not_published');
    expect((await send('POST', '/life/retire', { version: 2, reason: REASON })).status).toBe(204);
    expect((await judging('outbound')).filter((one) => one.startsWith('life'))).toEqual([]);
    expect((await events('checklist.retired')).filter(({ checklistId }) => checklistId === 'life')).toEqual([
      { checklistId: 'life', version: 1, supersededBy: 2 },
      { checklistId: 'life', version: 2, supersededBy: null },
    ]);
    // What people wrote is not in the journal.
    expect(JSON.stringify(await events('checklist.published'))).not.toContain(REASON);
  });

  it('never changes a published version, for any asker', async () => {
    await expect(api.source.query(`update checklist_version set definition = '{}'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(api.source.query('delete from checklist_retirement')).rejects.toThrow(/permission denied/);
  });

  it('has one draft at a time, and tells the second of two who save', async () => {
    await send('POST', '', { checklistId: 'twice', from: 'empty' });
    expect((await send('POST', '', { checklistId: 'twice', from: 'empty' })).body.code).toBe('draft_open');
    const save = (en: string) =>
      send<ChecklistDraftView>('PUT', '/twice/draft', {
        revision: 1,
        definition: small('twice', { title: { zh: '甲', en } }),
      });
    const saved = await Promise.all([save('Mine'), save('Theirs')]);
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = saved.find(({ status }) => status === 409)!.body;
    expect(refused.code).toBe('draft_changed');
    expect(refused.detail.zh).toContain('仍在页面上');
    const kept = saved.find(({ status }) => status === 200)!.body;
    const { body } = await send<ChecklistDraftView>('GET', '/twice/draft');
    expect(body.definition.title.en).toBe(kept.definition.title.en);
    expect((await send('DELETE', '/twice/draft?revision=1')).body.code).toBe('draft_changed');
    expect((await send('DELETE', '/twice/draft?revision=2')).status).toBe(204);
    expect((await send('GET', '/twice/draft')).body.code).toBe('no_draft');
  });

  it('holds publishing up while there are errors, and says where', async () => {
    await send('POST', '', { checklistId: 'faulty', from: 'empty' });
    const definition = small('faulty');
    definition.sections[0]!.items[0]!.check = { kind: 'phrase', lookFor: ['nothing_like_it'] };
    await send('PUT', '/faulty/draft', { revision: 1, definition });
    const { body } = await send<ChecklistDraftView>('POST', '/faulty/draft/validate', { revision: 2 });
    expect(body.stage).toBe('draft');
    expect(body.findings).toContainEqual(
      expect.objectContaining({ code: 'unknown_entry', itemId: 'closing.farewell', place: 'check.lookFor' }),
    );
    expect((await send('POST', '/faulty/draft/ask', { revision: 2 })).body.code).toBe('checklist_has_errors');
    expect((await send('POST', '/faulty/draft/publish', { revision: 2, reason: REASON }, second)).body.code).toBe(
      'not_asked',
    );
    await send('DELETE', '/faulty/draft?revision=2');
  });

  it('is published by another person than those who wrote in it, and goes back with a reason', async () => {
    await send('POST', '', { checklistId: 'pair', from: 'empty' });
    const helper = await signedIn('quality_manager', null);
    await send('PUT', '/pair/draft', { revision: 1, definition: small('pair') }, helper);
    const asked = await send<ChecklistDraftView>('POST', '/pair/draft/ask', { revision: 2 });
    expect(asked.body).toMatchObject({ stage: 'validated', isAuthor: true, asked: { by: expect.anything() } });
    expect([asked.body.authors.length, asked.body.publishers.length]).toEqual([2, 1]);
    const publish = (as: string) =>
      send<{ version: number }>('POST', '/pair/draft/publish', { revision: 2, reason: REASON }, as);
    for (const author of [cookie, helper]) {
      const refused = await publish(author);
      expect([refused.status, refused.body.code]).toEqual([403, 'author_publishes']);
    }
    // The database holds it too, whatever the code does.
    await expect(
      api.source.query(
        `insert into checklist_version (checklist_id, version, sha256, definition, published_at, origin, published_by_person_id, reason, author_person_ids)
         values ('pair', 1, 'x', '{}', now(), 'company', $1, 'because', array[$1]::uuid[])`,
        [manager.personId],
      ),
    ).rejects.toThrow('another_person_publishes');
    const back = await send<ChecklistDraftView>(
      'POST',
      '/pair/draft/send-back',
      { revision: 2, reason: 'The weight is too high.' },
      second,
    );
    expect(back.body).toMatchObject({ asked: null, isAuthor: false, sentBack: { reason: 'The weight is too high.' } });
    expect((await publish(second)).body.code).toBe('not_asked');
    await send('POST', '/pair/draft/ask', { revision: 2 });
    expect((await publish(second)).body.version).toBe(1);
    expect(JSON.stringify(await events('checklist.sent_back'))).not.toContain('too high');
    expect((await send('POST', '/pair/draft/ask', { revision: 2 }, second)).status).toBe(403);
  });

  it('is not published, nor saved over, unread: one that was discarded and begun again counts on', async () => {
    const asks = async () => {
      const { revision } = (await send<ChecklistDraftView>('POST', '', { checklistId: 'swapped', from: 'empty' })).body;
      await send('PUT', '/swapped/draft', { revision, definition: small('swapped') });
      return (await send<ChecklistDraftView>('POST', '/swapped/draft/ask', { revision: revision + 1 })).body;
    };
    const read = (await asks()).revision;
    await send('DELETE', `/swapped/draft?revision=${read}`);
    const now = await asks();
    expect([read, now.revision]).toEqual([2, 4]);
    const late = [
      await send('PUT', '/swapped/draft', { revision: read, definition: small('swapped') }),
      await send('POST', '/swapped/draft/publish', { revision: read, reason: REASON }, second),
      await send('POST', '/swapped/draft/send-back', { revision: read, reason: REASON }, second),
    ];
    expect(late.map(({ status, body }) => [status, body.code])).toEqual(late.map(() => [409, 'draft_changed']));
    // One that was sent back and asked for again is another request.
    const said = { revision: now.revision, reason: REASON };
    await send('POST', '/swapped/draft/send-back', said, second);
    const again = (await send<ChecklistDraftView>('POST', '/swapped/draft/ask', { revision: now.revision })).body;
    const refused = await send('POST', '/swapped/draft/publish', { ...said, askedAt: now.asked?.at }, second);
    expect([refused.status, refused.body.code]).toEqual([409, 'other_request']);
    const { status } = await send('POST', '/swapped/draft/publish', { ...said, askedAt: again.asked?.at }, second);
    expect(status).toBe(200);
  });

  it('lets two that are validated not both become main', async () => {
    const main = (id: string) => small(id, { judges: { directions: ['internal'], main: true, appliesWhen: [] } });
    for (const id of ['main-a', 'main-b']) {
      await send('POST', '', { checklistId: id, from: 'empty' });
      await send('PUT', `/${id}/draft`, { revision: 1, definition: main(id) });
      expect((await send<ChecklistDraftView>('POST', `/${id}/draft/validate`, { revision: 2 })).body.stage).toBe(
        'validated',
      );
      await send('POST', `/${id}/draft/ask`, { revision: 2 });
    }
    const answers = await Promise.all(
      ['main-a', 'main-b'].map((id) => send('POST', `/${id}/draft/publish`, { revision: 2, reason: REASON }, second)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!.body;
    expect([refused.code, refused.fields?.[0]?.path]).toEqual(['checklist_has_errors', 'judges.main']);
  });

  it('leaves a shipped checklist that the company made its own as it is, and offers the shipped one', async () => {
    await send('POST', '', { checklistId: 'standard-inbound', from: 'latest' });
    const { body } = await send<ChecklistDraftView>('GET', '/standard-inbound/draft');
    await send('PUT', '/standard-inbound/draft', {
      revision: 1,
      definition: { ...body.definition, title: both('Ours') },
    });
    const published = await twoPublish('standard-inbound', 2);
    expect(published.status).toBe(200);
    const [before] = await judging('inbound');
    expect(before).toBe(`standard-inbound ${published.body.version}`);
    await api.app.get(ChecklistRegister).publishShipped();
    expect((await judging('inbound'))[0]).toBe(before);
    expect((await send<ChecklistDetail>('GET', '/standard-inbound')).body.shipped).not.toBeNull();
    const again = await send<ChecklistDraftView>('POST', '', { checklistId: 'standard-inbound', from: 'shipped' });
    expect(again.body.definition.title.en).toBe(body.definition.title.en);
    await send('DELETE', '/standard-inbound/draft?revision=1');
  });
});

describe('who is told', () => {
  it('the others who may publish once an author asks, and the authors when it comes back', async () => {
    const told = async (as: string) => {
      await relayOnce(api.source, async (tx, entries) => {
        await writeNotifications(tx, entries, false);
        return [];
      });
      const answer = await fetch(`${api.baseUrl}/api/v1/notifications`, { headers: { cookie: as } });
      const { items } = (await answer.json()) as NotificationList;
      return items.flatMap(({ kind, code, alarm }) => (code === 'telling' ? [[kind, alarm]] : []));
    };
    const ofOneTeam = await signedIn('quality_analyst');
    await send('POST', '', { checklistId: 'telling', from: 'empty' });
    await send('PUT', '/telling/draft', { revision: 1, definition: small('telling') });
    await send('POST', '/telling/draft/ask', { revision: 2 });
    expect(await told(second)).toEqual([['checklist_waits', null]]);
    expect([await told(cookie), await told(ofOneTeam)]).toEqual([[], []]);
    await send('POST', '/telling/draft/send-back', { revision: 2, reason: REASON }, second);
    expect(await told(cookie)).toEqual([['checklist_sent_back', null]]);
    expect(await told(second)).toHaveLength(1);
  });
});

describe('a checklist as a file', () => {
  it('is told about before it is kept, and replaces only the draft that was seen', async () => {
    await publish('filed');
    const { yaml } = (await send<{ yaml: string }>('GET', '/filed/yaml?version=1')).body;
    const changed = yaml.replace('weight: 10', 'weight: 12');
    const preview = await send<ImportedChecklist>('POST', '/import', { yaml: changed, apply: false });
    expect(preview.body).toMatchObject({ checklistId: 'filed', replaces: null, revision: null });
    expect((await send('GET', '/filed/draft')).status).toBe(404);
    const kept = await send<ImportedChecklist>('POST', '/import', { yaml: changed, apply: true });
    const revision = kept.body.revision!;
    expect((await send('POST', '/import', { yaml, apply: true })).body.code).toBe('draft_open');
    const seen = await send<ImportedChecklist>('POST', '/import', { yaml, apply: false });
    expect(seen.body.replaces?.revision).toBe(revision);
    const over = await send<ImportedChecklist>('POST', '/import', { yaml, apply: true, replaces: revision });
    expect(over.body.revision).toBe(revision + 1);
    expect((await send<{ yaml: string }>('GET', '/filed/yaml')).body.yaml).toBe(yaml);
  });

  it('keeps what the file does not speak of, and names the ids of items that are gone', async () => {
    const judges = { directions: ['outbound' as const], main: false, appliesWhen: [] };
    const [section] = small('over').sections;
    const renamed = { ...section!, items: [{ ...section!.items[0]!, id: 'closing.thanks', title: both('Thanks') }] };
    await publish('over', small('over', { requiredCoverage: 0.7, judges }));
    await publish('over', small('over', { requiredCoverage: 0.7, judges, sections: [renamed] }));
    const yaml = 'format: shouwen.checklist/1\nid: over\nminimumWords: { zh: 9, en: 7 }';
    const { body } = await send<ImportedChecklist>('POST', '/import', { yaml, apply: true });
    expect(body.before).toMatchObject({ requiredCoverage: 0.7, minimumWords: { zh: 0, en: 0 } });
    const rows = [
      ['Section', 'Item (English)', 'Weight'],
      ['Closing', 'Thanks', '5'],
      ['Closing', 'New', '5'],
    ];
    const over = { checklistId: 'over', rows, apply: true, replaces: body.revision };
    const sheet = await send<ImportedChecklist>('POST', '/import-rows', over);
    const kept = { requiredCoverage: 0.7, judges, title: both('Own'), minimumWords: { zh: 9, en: 7 } };
    expect(sheet.body.definition).toMatchObject(kept);
    expect(sheet.body.definition.sections[0]!.items).toMatchObject([
      { id: 'closing.thanks', weight: 5, clause: 'P2 §2.4', check: { lookFor: ['farewell'] } },
      { check: { kind: 'human' } },
    ]);
    const open = (await send<ChecklistDraftView>('GET', '/over/draft')).body;
    expect(open.publishedItemIds.toSorted()).toEqual(['closing.farewell', 'closing.thanks']);
    const [mine] = open.definition.sections;
    const taken = {
      ...mine!,
      items: mine!.items.map((item, i) => (i === 1 ? { ...item, id: 'closing.farewell' } : item)),
    };
    const saved = { revision: open.revision, definition: { ...open.definition, sections: [taken] } };
    const { findings } = (await send<ChecklistDraftView>('PUT', '/over/draft', saved)).body;
    expect(findings.map(({ code, itemId }) => [code, itemId])).toContainEqual(['id_of_another', 'closing.farewell']);
  });

  it('is refused in words where it is none', async () => {
    const { status, body } = await send('POST', '/import', { yaml: 'format: shouwen.checklist/1\nid: [', apply: true });
    expect([status, body.code, body.fields?.[0]?.message.zh]).toEqual([
      400,
      'yaml_refused',
      expect.stringContaining('行'),
    ]);
  });
});

describe('the test bench', () => {
  const pasted = {
    language: 'en',
    direction: 'inbound',
    turns: [
      { speaker: 'agent', text: 'Is there anything else?' },
      { speaker: 'customer', text: 'No, thank you.' },
      { speaker: 'agent', text: 'Thank you for calling, goodbye.' },
    ],
  };
  const bench = (dialogue: unknown, as = cookie) =>
    send<BenchAnswer>('POST', '/small/bench', { checklist: { definition: small('small') }, dialogue }, as);

  it('judges pasted words by an unsaved draft, with evidence and trace', async () => {
    const { status, body } = await bench(pasted);
    expect(status).toBe(200);
    expect(body).toMatchObject({ applies: false, points: 10, maxPoints: 10 });
    const [item] = body.items;
    expect(item).toMatchObject({ itemId: 'closing.farewell', outcome: 'met' });
    const [evidence] = item!.evidence;
    expect(
      evidence?.kind === 'words' && body.turns[evidence.turn]!.text.slice(evidence.fromChar, evidence.toChar),
    ).toBe('Thank you for calling');
    expect(item!.trace?.length).toBeGreaterThan(0);
    const wrong = { ...small('small'), sections: [{ ...small('small').sections[0]!, title: { zh: '', en: '' } }] };
    const refused = await send('POST', '/small/bench', { checklist: { definition: wrong }, dialogue: pasted });
    expect([refused.status, refused.body.code]).toEqual([409, 'draft_unreadable']);
  });

  it('reads a call by right and grant, journals it, and hides what is hidden', async () => {
    const vault = api.app.get(VaultService);
    const call = await buildCall(
      api.source,
      { personId: organisation.first, teamId: organisation.teamA },
      { stage: 'scored' },
    );
    const { recordingId } = await buildRecording(api.source, vault, call);
    const transcriptId = await buildTranscript(api.source, vault, recordingId, [
      { speaker: 'agent', text: 'Hello, what is your card number?' },
      { speaker: 'customer', text: 'It is 6222 0202 0000 0000 008.' },
      { speaker: 'agent', text: 'Thank you, goodbye.' },
    ]);
    await buildScorecard(api.source, call.legId, transcriptId);
    const dialogue = { callId: call.callId };
    expect((await bench(dialogue)).body.code).toBe('no_grant');
    await buildGrant(api.source, organisation, { role: 'quality_manager' });
    const { status, body } = await bench(dialogue);
    expect([status, body.turns.length]).toEqual([200, 3]);
    expect(body.turns[1]!.text).not.toContain('6222');
    expect(body.turns[1]!.text).toContain('■');
    expect(await events('transcript.read')).toHaveLength(1);
    expect((await bench(dialogue, await signedIn('auditor'))).status).toBe(404);
    const elsewhere = await buildCall(api.source, { personId: organisation.first, teamId: organisation.teamB });
    expect((await bench({ callId: elsewhere.callId }, await signedIn('supervisor'))).status).toBe(404);
  });
});

describe('a phrase list on drawn calls', () => {
  const listed = (zh: string[], en: string[]) =>
    small('small', { phraseLists: [{ name: 'own.list_1', title: both('Own'), zh, en }] });
  const trial = <T>(path: string, body: object, as = cookie) =>
    send<T>('POST', `/small/phrase-trials${path}`, body, as);
  const callSaying = async (text: string): Promise<{ callId: string; legId: string; recordingId: string }> => {
    const vault = api.app.get(VaultService);
    const agent = { personId: organisation.first, teamId: organisation.teamA };
    const call = await buildCall(api.source, agent, { stage: 'scored' });
    const { recordingId } = await buildRecording(api.source, vault, call);
    await buildTranscript(api.source, vault, recordingId, [
      { speaker: 'agent', text: 'Hello, what is your card number?' },
      { speaker: 'customer', text },
    ]);
    return { ...call, recordingId };
  };

  it('counts by line, shows sentences that are journalled, and leaves out what may not be read', async () => {
    await buildGrant(api.source, organisation, { role: 'quality_manager' });
    const refund = await callSaying('It is 6222 0202 0000 0000 008. I want a refund.');
    const other = await callSaying('A refund, please.');
    const gone = await callSaying('Refund!');
    await api.source.query(`update recording set restricted = true where id = $1`, [gone.recordingId]);
    const { body: drawn } = await trial<DrawnCalls>('', { languages: ['en'] });
    expect(drawn.legIds).toEqual(expect.arrayContaining([refund.legId, other.legId]));
    expect(drawn.legIds).not.toContain(gone.legId);
    expect(drawn.wordless).toBeGreaterThan(0);
    expect((await trial<DrawnCalls>('', { languages: ['en'], seed: drawn.seed })).body.legIds).toEqual(drawn.legIds);
    const { trialId } = drawn;
    const definition = listed([], ['6222', 'refund', 'warranty']);
    const legIds = [refund.legId, other.legId, gone.legId];
    const piece = { trialId, definition, list: 'own.list_1', legIds };
    const { status, body } = await trial<PhrasePieceAnswer>('/pieces', piece);
    expect([status, body.read, body.without, body.matching]).toEqual([200, { zh: 0, en: 2 }, 1, { zh: 0, en: 2 }]);
    expect(body.lines).toEqual([{ language: 'en', line: 1, calls: 2 }]);
    expect(JSON.stringify(body)).not.toContain('refund');
    expect(await events('phrases.tried')).toEqual([{ trialId, checklistId: 'small', calls: 2 }]);

    const { language: _, line: __, ...place } = body.heard.find(({ legId }) => legId === refund.legId)!;
    const elsewhere = { ...place, legId: gone.legId };
    const { body: shown } = await trial<ShownPhrases>('/words', { trialId, places: [place, elsewhere] });
    expect(shown.places).toMatchObject([{ callId: refund.callId, leg: 1 }, null]);
    const { text, marks } = shown.places[0]!.match;
    expect([text.slice(marks[0]!.from, marks[0]!.to), text.includes('6222')]).toEqual(['refund', false]);
    expect(await events('transcript.excerpted')).toMatchObject([{ searchId: trialId, checklistId: 'small' }]);

    const wrong = { ...piece, definition: listed([], ['re(fund']) };
    const { body: refused } = await trial('/pieces', wrong);
    expect([refused.code, JSON.stringify(refused)]).toEqual(['draft_unreadable', expect.stringContaining('re(fund')]);
    expect((await trial('', { languages: ['en'] }, second)).status).toBe(403);
  });

  const REFUNDS = {
    kind: 'examples',
    speaker: 'customer',
    met: {
      zh: [],
      en: ['I would like my money back please.', 'Can you refund the ticket?', 'Send the payment back to me.'],
    },
    notMet: {
      zh: [],
      en: ['Keep the deposit, I do not mind.', 'No compensation is needed at all.', 'Let us forget the fee.'],
    },
  };
  const exampled = (check: object) => {
    const definition = listed([], []);
    const [section] = definition.sections;
    const item = { id: 'own.refund', title: { zh: '', en: '' }, weight: 1, clause: '', check };
    return { ...definition, phraseLists: undefined, sections: [{ ...section, items: [item] }] };
  };

  it('judges drawn calls by an item from examples, and shows what it makes of its own examples said otherwise', async () => {
    const asked = await callSaying('Can you refund the ticket for me?');
    const other = await callSaying('My luggage is still in Oslo.');
    const { body: drawn } = await trial<DrawnCalls>('', { languages: ['en'] });
    const { trialId } = drawn;
    const piece = { trialId, definition: exampled(REFUNDS), itemId: 'own.refund', legIds: [asked.legId, other.legId] };
    const before = (await events('phrases.tried')).length;
    const { status, body } = await trial<ItemPieceAnswer>('/items', piece);
    expect(body.outcomes).toEqual({ met: 1, not_met: 0, not_applicable: 0, insufficient: 1 });
    expect([status, body.read, body.without]).toEqual([200, { zh: 0, en: 2 }, 0]);
    expect(body.places).toMatchObject([{ legId: asked.legId, outcome: 'met' }]);
    expect(body.places[0]!.explanation.en).toContain('Can you refund the ticket?');
    expect(JSON.stringify(body)).not.toContain('for me');
    expect((await events('phrases.tried')).slice(before)).toEqual([{ trialId, checklistId: 'small', calls: 2 }]);
    const { language: _, outcome: __, explanation: ___, ...place } = body.places[0]!;
    const { body: shown } = await trial<ShownPhrases>('/words', { trialId, places: [place] });
    expect(shown.places).toMatchObject([{ callId: asked.callId }]);

    const { body: made } = await trial<VariedExamples>('/variants', {
      definition: exampled(REFUNDS),
      itemId: 'own.refund',
    });
    expect(made.variants).toHaveLength(24);
    const turned = made.variants.filter(({ variant }) => variant === 'negated');
    expect(turned.filter(({ side, taken }) => side === 'met' && taken === 'met')).toEqual([]);
    const unfinished = { ...piece, definition: exampled({ ...REFUNDS, whenNone: 'not_met' }) };
    expect((await trial('/items', unfinished)).body.code).toBe('draft_unreadable');
    expect((await trial('/variants', { ...unfinished, legIds: undefined, trialId: undefined })).body.code).toBe(
      'draft_unreadable',
    );
    expect((await trial('/variants', { definition: exampled(REFUNDS), itemId: 'own.other' })).body.code).toBe(
      'draft_unreadable',
    );
    expect((await trial('/items', piece, second)).status).toBe(403);
  });

  it('leaves out what a person has still to judge blind, also where they name it', async () => {
    const blind = await callSaying('A guarantee, please.');
    const judge = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
    const as = await api.signIn(judge.username);
    // What a draw writes; the draw itself is not what is tried here.
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state, created_at, blind)
       values (gen_random_uuid(), gen_random_uuid(), $1, $2, 'any', '', 1, $3, now(), 'open', now(), true)`,
      [blind.legId, blind.callId, judge.personId],
    );
    await owner.end();
    const drawn = (who: string) => trial<DrawnCalls>('', { languages: ['en'] }, who);
    expect((await drawn(cookie)).body.legIds).toContain(blind.legId);
    const { legIds, trialId } = (await drawn(as)).body;
    expect(legIds).not.toContain(blind.legId);
    const piece = { trialId, definition: listed([], ['guarantee']), list: 'own.list_1', legIds: [blind.legId] };
    expect((await trial<PhrasePieceAnswer>('/pieces', piece)).body).toMatchObject({ read: { en: 1 }, without: 0 });
    const mine = (await trial<PhrasePieceAnswer>('/pieces', piece, as)).body;
    expect(mine).toMatchObject({ read: { en: 0 }, without: 1, heard: [] });
    const seen = (await trial<PhrasePieceAnswer>('/pieces', piece)).body.heard[0]!;
    const { language: _, line: __, ...place } = seen;
    const shown = (who: string) => trial<ShownPhrases>('/words', { trialId, places: [place] }, who);
    expect((await shown(as)).body.places).toEqual([null]);
    expect((await shown(cookie)).body.places).toMatchObject([{ callId: blind.callId }]);
  });
});

describe('who may', () => {
  it('read: an agent only what has judged them, and no drafts', async () => {
    const agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
    const as = await api.signIn(agent.username);
    expect((await send<ChecklistList>('GET', '', undefined, as)).body.checklists).toEqual([]);
    expect((await send('GET', '/filed', undefined, as)).status).toBe(404);
    const call = await buildCall(
      api.source,
      { personId: agent.personId, teamId: organisation.teamA },
      { stage: 'scored' },
    );
    const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), call);
    await buildScorecard(
      api.source,
      call.legId,
      await buildTranscript(api.source, api.app.get(VaultService), recordingId, []),
    );
    const { checklists } = (await send<ChecklistList>('GET', '', undefined, as)).body;
    expect(checklists.map(({ checklistId, draft }) => [checklistId, draft])).toEqual([['small', null]]);
    expect((await send('GET', '/filed/draft', undefined, as)).status).toBe(404);
    expect(
      (await send<ChecklistList>('GET', '', undefined, await signedIn('auditor'))).body.checklists.length,
    ).toBeGreaterThan(2);
  });

  it('change: a quality manager of the whole company', async () => {
    const body = { checklistId: 'refused', from: 'empty' };
    for (const role of ['supervisor', 'quality_analyst', 'auditor'] as const) {
      expect((await send('POST', '', body, await signedIn(role))).status).toBe(403);
    }
    const ofOneTeam = await send('POST', '', body, await signedIn('quality_manager'));
    expect([ofOneTeam.status, ofOneTeam.body.code]).toEqual([403, 'whole_company_needed']);
    const retire = { version: 1, reason: REASON };
    expect((await send('POST', '/filed/retire', retire, await signedIn('quality_manager'))).status).toBe(403);
  });
});
