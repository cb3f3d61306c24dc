import pg from 'pg';
import { type CallJournal, type WordSearchResults } from '#contracts';
import { Leg, agentLeg } from '#calls';
import { type Asker } from '#people';
import { VaultService } from '#recordings';
import { WorkService, type JobContext } from '#platform';
import {
  IndexWordsService,
  MovedPostings,
  Postings,
  readQuery,
  SearchKeys,
  UnindexedWords,
  type Term,
} from '#transcripts';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { FoundWords } from './found-words.js';

type Said = Parameters<typeof buildTranscript>[3];

const REFUND: Said = [
  { speaker: 'agent', text: '您好，这里是客服中心' },
  { speaker: 'customer', text: '我要办理退款，退款什么时候到账' },
  { speaker: 'agent', text: '退款三天内到账。We call that a refund.' },
];
const OTHER_TEAM: Said = [{ speaker: 'customer', text: '另一个班组的退款' }];
const CARD: Said = [
  { speaker: 'agent', text: '请报一下身份证号' },
  { speaker: 'customer', text: '110101199003070417 办理退费' },
];

describe('searching what was said', () => {
  let api: TestApi;
  let organisation: Organisation;
  let supervisor: TestAccount;
  let analyst: TestAccount;
  let agent: TestAccount;
  let refund: BuiltCall;
  let card: BuiltCall;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB, first, second } = organisation;
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    analyst = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: teamA });
    agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
    await buildGrant(api.source, organisation, { role: 'supervisor' });
    await buildGrant(api.source, organisation, { role: 'agent' });
    refund = await said(REFUND, { personId: first, teamId: teamA });
    await said(OTHER_TEAM, { personId: second, teamId: teamB });
    card = await said(CARD, { personId: first, teamId: teamA });
  });
  afterAll(() => api.stop());

  /** A call with these words, indexed as the worker does it. */
  async function said(turns: Said, leg: { personId: string; teamId: string }): Promise<BuiltCall> {
    const call = await buildCall(api.source, leg, { stage: 'scored' });
    const vault = api.app.get(VaultService);
    const { recordingId } = await buildRecording(api.source, vault, call);
    await buildTranscript(api.source, vault, recordingId, turns);
    await index(recordingId);
    return call;
  }

  async function index(recordingId: string): Promise<void> {
    const work = api.app.get(WorkService);
    const opened = await api.source.transaction((tx) => work.open(tx, 'index-words', recordingId));
    const [row]: { id: string }[] = await api.source.query(
      `select id from work where job = 'index-words' and subject_id = $1 and done_at is null`,
      [recordingId],
    );
    const lease = await work.claim(opened ?? row!.id);
    await api.app.get(IndexWordsService).index(recordingId, { lease } as JobContext);
  }

  async function search(account: TestAccount, query: Record<string, string>): Promise<WordSearchResults> {
    const cookie = await api.signIn(account.username);
    const url = `${api.baseUrl}/api/v1/search/words?${new URLSearchParams(query).toString()}`;
    return (await (await fetch(url, { headers: { cookie } })).json()) as WordSearchResults;
  }

  const found = ({ items }: WordSearchResults) => items.map(({ call }) => call.callId);

  it('finds two characters, marks them, and says when they were said', async () => {
    const { items, nextCursor, indexing } = await search(supervisor, { words: '退款' });
    expect(items.map(({ call }) => call.callId)).toEqual([refund.callId]);
    expect(items[0]).toMatchObject({ legId: refund.legId, leg: 1, turns: 2 });
    const [first, second] = items[0]!.matches;
    expect(first).toMatchObject({ turn: 1, speaker: 'customer', text: REFUND[1]!.text });
    expect(first!.marks.map(({ from, to }) => first!.text.slice(from, to))).toEqual(['退款', '退款']);
    expect(first!.fromMs).toBeGreaterThan(1000);
    expect(second).toMatchObject({ turn: 2, speaker: 'agent' });
    expect({ nextCursor, indexing }).toEqual({ nextCursor: null, indexing: false });
  });

  it.each([
    ['到账 客服中心', ['refund']],
    ['REFUND', ['refund']],
    ['fund', []],
    ['退款什么时候', ['refund']],
    ['时候什么', []],
    ['办理', ['card', 'refund']],
    ['"that a refund"', ['refund']],
    ['3天内', ['refund']],
    ['4天内', []],
  ])('%s finds %j', async (words, calls) => {
    const ids = { refund: refund.callId, card: card.callId };
    expect(found(await search(supervisor, { words })).toSorted()).toEqual(
      calls.map((name) => ids[name as 'card']).toSorted(),
    );
  });

  it('narrows by speaker and by the filters of the list', async () => {
    expect(found(await search(supervisor, { words: '三天', speaker: 'agent' }))).toEqual([refund.callId]);
    expect(found(await search(supervisor, { words: '三天', speaker: 'customer' }))).toEqual([]);
    expect(found(await search(supervisor, { words: '退款什么', speaker: 'customer' }))).toEqual([refund.callId]);
    expect(found(await search(supervisor, { words: '退款', team: organisation.teamB }))).toEqual([]);
    expect(found(await search(supervisor, { words: '退款', agent: organisation.first }))).toEqual([refund.callId]);
  });

  it('neither shows nor finds what is masked', async () => {
    const { items } = await search(supervisor, { words: '退费' });
    expect(items[0]!.matches[0]!.text).toContain('■');
    expect(JSON.stringify(items)).not.toContain('19900307');
    expect(found(await search(supervisor, { words: '110101199003070417' }))).toEqual([]);
  });

  it('reaches as far as the right to read words, under a grant', async () => {
    expect(found(await search(analyst, { words: '退款' }))).toEqual([]);
    expect(found(await search(agent, { words: '退款' }))).toEqual([]);
  });

  it.each([
    ['restricted', 'restricted = true', 'restricted = false'],
    ['past its time', `custody = 'expired'`, `custody = 'sealed'`],
  ])(
    'leaves out what is %s, in the index and where its words are opened, and finds the rest',
    async (_, shut, open) => {
      const set = (what: string) =>
        api.source.query(`update recording set ${what} where call_id = $1`, [refund.callId]);
      const [row]: { id: string }[] = await api.source.query(
        'select transcript.id from transcript join recording on recording.id = recording_id where call_id = $1',
        [refund.callId],
      );
      const leg = await api.source.manager.findOneByOrFail(Leg, { id: refund.legId });
      const candidate = { ...agentLeg(leg), legId: leg.id, transcriptId: row!.id, doc: 1, startedAtMicros: '0' };
      const asker = { ...supervisor, held: [{ role: 'supervisor', teamId: leg.teamId }] } as unknown as Asker;
      const openWords = () => api.app.get(FoundWords).open(asker, candidate);
      expect(await openWords()).not.toBeNull();
      await set(shut);
      try {
        expect(found(await search(supervisor, { words: '办理' }))).toEqual([card.callId]);
        expect(await openWords()).toBeNull();
      } finally {
        await set(open);
      }
    },
  );

  it('gives page after page, newest first, each call once', async () => {
    const first = await search(supervisor, { words: '办理', limit: '1' });
    const second = await search(supervisor, { words: '办理', limit: '1', cursor: first.nextCursor! });
    expect([...found(first), ...found(second)]).toEqual([card.callId, refund.callId]);
    expect(await search(supervisor, { words: '办理', cursor: 'none' })).toMatchObject({
      status: 400,
      code: 'bad_cursor',
    });
  });

  it('finds what lies where numbers of recordings had four bytes, while it moves and after, and counts on beyond them', async () => {
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query(`with gone as (delete from word_posting returning *) insert into word_posting_int
      select token, started_at, doc, said_by, places from gone`);
    await owner.query(`update sweep_walk set ended_at = null where sweep = 'postings'`);
    await owner.query(`select setval(pg_get_serial_sequence('indexed_words', 'doc'), 3000000000)`);
    await owner.end();
    const fresh = () => {
      const moved = new MovedPostings(api.source);
      return { moved, postings: new Postings(api.source, api.app.get(SearchKeys), moved) };
    };
    const [{ id }] = await api.source.query('select id from recording where leg_id = $1', [card.legId]);
    await index(id);
    const calls = async ({ postings }: ReturnType<typeof fresh>) => {
      const { terms } = readQuery('办理') as { terms: readonly Term[] };
      const asked = { terms, leg: 'true', recording: 'true', after: null, limit: 10 };
      const values: unknown[] = [];
      const rows = await postings.page(asked, { values, add: (value) => `$${values.push(value)}` });
      return rows.map(({ legId }) => legId);
    };
    const both = [card.legId, refund.legId];
    expect(await calls(fresh())).toEqual(both);
    const { moved, postings } = fresh();
    expect(await moved.sweep()).toBeGreaterThan(0);
    expect(await moved.areAllMoved()).toBe(true);
    expect(await calls({ moved, postings })).toEqual(both);
    expect(await moved.sweep()).toBe(0);
    const [{ most }] = await api.source.query('select max(doc)::text as most from word_posting');
    expect(Number(most)).toBeGreaterThan(2 ** 31);
    expect(found(await search(supervisor, { words: '办理', limit: '1' }))).toEqual([card.callId]);
  });

  it('writes down who saw some words, and not what was looked for', async () => {
    const cookie = await api.signIn(supervisor.username);
    const answer = await fetch(`${api.baseUrl}/api/v1/calls/${refund.callId}/journal`, { headers: { cookie } });
    const { entries } = (await answer.json()) as CallJournal;
    expect(entries.some(({ event }) => event === 'transcript.excerpted')).toBe(true);
    const rows = await api.source.query(
      `select * from journal_entry entry join journal_detail on entry_id = entry.id where event in ('words.searched', 'transcript.excerpted')`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/退款|refund/i);
    expect(await search(supervisor, { words: '款' })).toMatchObject({ status: 400, code: 'bad_search' });
  });

  it('keeps no word in the database', async () => {
    const rows: { posting: string }[] = await api.source.query(
      'select row(word_posting.*)::text as posting from word_posting',
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(JSON.stringify(rows)).not.toMatch(/\p{Script=Han}|refund/u);
  });

  it('indexes everything again under a new key, and destroys the old one', async () => {
    const keys = api.app.get(SearchKeys);
    const old = (await keys.inUse())[0]!.keyId;
    await keys.rotate();
    expect(found(await search(supervisor, { words: '退款' }))).toEqual([refund.callId]);
    expect(await api.app.get(UnindexedWords).sweep()).toBe(3);
    expect((await search(supervisor, { words: '退款' })).indexing).toBe(true);
    const open: { subject_id: string }[] = await api.source.query('select subject_id from work where done_at is null');
    for (const { subject_id } of open) await index(subject_id);
    expect(await api.app.get(UnindexedWords).sweep()).toBe(1);
    expect((await keys.inUse()).map(({ keyId }) => keyId)).not.toContain(old);
    expect(found(await search(supervisor, { words: '退款' }))).toEqual([refund.callId]);
  });

  it('lets the postings go with what they belong to', async () => {
    const left = async () =>
      (await api.source.query(
        `select count(*)::int as n from word_posting where doc in (select doc from indexed_words where leg_id = $1)
         union all select count(*)::int from word_posting where doc not in (select doc from indexed_words)`,
        [refund.legId],
      )) as { n: number }[];
    expect((await left())[0]!.n).toBeGreaterThan(20);
    await api.source.query('delete from indexed_words where leg_id = $1', [refund.legId]);
    expect(await left()).toEqual([{ n: 0 }, { n: 0 }]);
    expect(found(await search(supervisor, { words: '退款' }))).toEqual([]);
  });

  it('goes on without a recording whose key is gone', async () => {
    const gone = await said([{ speaker: 'customer', text: '办理销户' }], {
      personId: organisation.first,
      teamId: organisation.teamA,
    });
    const [row]: { key_id: string }[] = await api.source.query('select key_id from recording where call_id = $1', [
      gone.callId,
    ]);
    await api.app.get(VaultService).destroyKey(row!.key_id);
    expect(found(await search(supervisor, { words: '办理' }))).toEqual([card.callId]);
    await api.source.query('update recording set destruction_started_at = now() where call_id = $1', [gone.callId]);
    expect(found(await search(supervisor, { words: '销户' }))).toEqual([]);
  });
});
