import pg from 'pg';
import { type DataSource, type EntityManager } from 'typeorm';
import { type CallJournal, type Speaker, type WordSearchResults } from '#contracts';
import { Leg, agentLeg } from '#calls';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { VaultService } from '#recordings';
import { Clock, KEY_STORE, WorkService, type FileKeyStore, type JobContext } from '#platform';
import {
  eraseWords,
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
    expect(await search(supervisor, { words: '退款' })).toMatchObject({ items: [] });
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

  describe('with postings of earlier releases', () => {
    let owner: pg.Client;
    let tokens: number;

    /** One row for a token and a recording, the first in the table from when numbers of recordings had four bytes. */
    beforeEach(async () => {
      owner = new pg.Client({ connectionString: api.ownerUrl });
      await owner.connect();
      for (const [table, which] of Object.entries({ word_posting_int: '=', word_posting: '<>' })) {
        const { rowCount } = await owner.query(`insert into ${table} (token, started_at, doc, said_by, places)
          select token, started_at, doc, (select bit_or(1 << (place & 3)) from unnest(at) place), at
          from indexed_words, unnest(tokens) token, lateral (select places_of(tokens, places, array[token], null) as at) said
          where tokens is not null and doc ${which} (select min(doc) from indexed_words)`);
        expect(rowCount).toBeGreaterThan(20);
      }
      ({ tokens } = (await owner.query('select sum(cardinality(tokens))::int as tokens from indexed_words')).rows[0]);
      await owner.query('update indexed_words set tokens = null, places = null');
      await owner.query(`update sweep_walk set ended_at = null where sweep = 'postings'`);
    });
    afterEach(() => owner.end());

    const fresh = () => {
      const moved = new MovedPostings(api.source);
      const postings = new Postings(api.source, api.app.get(SearchKeys), moved);
      const legs = async (words: string, speaker?: Speaker) => {
        const { terms } = readQuery(words) as { terms: readonly Term[] };
        const asked = { terms, speaker, leg: 'true', recording: 'true', after: null, limit: 10 };
        const values: unknown[] = [];
        const rows = await postings.page(asked, { values, add: (value) => `$${values.push(value)}` });
        return rows.map(({ legId }) => legId);
      };
      const answers = async () => [
        ...[await legs('办理'), await legs('办理退款'), await legs('退款', 'agent'), await legs('退款 refund')],
        ...[await legs('办理', 'agent'), await legs('退款什么时候到账', 'customer'), await legs('办理到账')],
      ];
      return { moved, answers };
    };
    const EXPECTED = () => {
      const [both, one] = [[card.legId, refund.legId], [refund.legId]];
      return [both, one, one, one, [], one, []];
    };

    it('finds the same while they move and after, whether nothing, some, or all has moved', async () => {
      expect(await fresh().answers()).toEqual(EXPECTED());
      await owner.query('begin');
      await owner.query('select from indexed_words where leg_id = $1 for update', [card.legId]);
      const { moved, answers } = fresh();
      expect(await moved.sweep()).toBeGreaterThan(20);
      expect([await moved.areAllMoved(), await answers()]).toEqual([false, EXPECTED()]);
      await owner.query('rollback');
      expect(await moved.sweep()).toBeGreaterThan(10);
      expect([await moved.areAllMoved(), await answers(), await moved.sweep()]).toEqual([true, EXPECTED(), 0]);
      const { rows } = await owner.query('select from word_posting union all select from word_posting_int');
      expect(rows).toEqual([]);
    });

    it('moves each once when two workers do so at once, and leaves what was begun and not ended as it was', async () => {
      expect(await fresh().moved.sweep(0)).toBe(0);
      // As when the worker ends in the midst: nothing of the recording has moved.
      await owner.query(`alter table indexed_words add constraint bench check (tokens is null) not valid`);
      await expect(fresh().moved.sweep()).rejects.toThrow('bench');
      await owner.query(`alter table indexed_words drop constraint bench`);
      expect(await fresh().answers()).toEqual(EXPECTED());
      const moved = await Promise.all([fresh().moved.sweep(), fresh().moved.sweep()]);
      expect(moved[0] + moved[1]).toBe(tokens);
      await fresh().moved.sweep();
      const { answers, ...end } = fresh();
      expect([await end.moved.areAllMoved(), await answers()]).toEqual([true, EXPECTED()]);
    });

    it('leaves a recording alone that another worker moved between looking and taking', async () => {
      const query = async (tx: EntityManager, sql: string, given: unknown[]): Promise<unknown> => {
        if (!sql.includes('skip locked')) return tx.query(sql, given);
        const seen: unknown = await api.source.query(sql, given);
        await fresh().moved.sweep();
        return seen;
      };
      const overtaken = Object.assign(Object.create(api.source) as DataSource, {
        transaction: (run: (tx: EntityManager) => Promise<unknown>) =>
          api.source.transaction((tx) =>
            run({ query: (sql: string, given: unknown[]) => query(tx, sql, given) } as EntityManager),
          ),
      });
      expect(await new MovedPostings(overtaken).sweep()).toBe(0);
      expect(await fresh().answers()).toEqual(EXPECTED());
    });

    it('counts them when they are erased, in either form', async () => {
      const [{ id }] = await api.source.query('select id from recording where leg_id = $1', [card.legId]);
      const erased = async () => {
        const runner = api.source.createQueryRunner();
        await runner.startTransaction();
        try {
          return (await eraseWords(runner.manager, id))['searchTokens'] ?? 0;
        } finally {
          await runner.rollbackTransaction();
          await runner.release();
        }
      };
      const before = await erased();
      await fresh().moved.sweep();
      expect([before > 10, await erased()]).toEqual([true, before]);
    });
  });

  it('counts on beyond numbers of four bytes', async () => {
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query(`select setval(pg_get_serial_sequence('indexed_words', 'doc'), 3000000000)`);
    await owner.end();
    const [{ id }] = await api.source.query('select id from recording where leg_id = $1', [card.legId]);
    await index(id);
    const [{ most }] = await api.source.query('select max(doc)::text as most from indexed_words');
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
    const rows: { posting: string; tokens: number }[] = await api.source.query(
      `select row(indexed_words.*)::text as posting, cardinality(tokens) as tokens from indexed_words`,
    );
    expect(rows.reduce((sum, { tokens }) => sum + tokens, 0)).toBeGreaterThan(20);
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
    // As when the worker ends between the key's end and its row.
    await api.app.get<FileKeyStore>(KEY_STORE).destroy(old);
    const again = new SearchKeys(api.source, api.app.get(KEY_STORE), api.app.get(JournalService), api.app.get(Clock));
    expect((await again.inUse()).map(({ keyId }) => keyId)).not.toContain(old);
    expect(await api.app.get(UnindexedWords).sweep()).toBe(1);
    expect((await keys.inUse()).map(({ keyId }) => keyId)).not.toContain(old);
    expect(found(await search(supervisor, { words: '退款' }))).toEqual([refund.callId]);
  });

  it('lets the postings go with what they belong to', async () => {
    await api.source.query('delete from indexed_words where leg_id = $1', [refund.legId]);
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
