import {
  type CallComments,
  type CallJournal,
  type MadeComment,
  type Mentionable,
  type NotificationList,
  type Problem,
} from '#contracts';
import { JournalService } from '#journal';
import { writeNotifications } from '#notifications';
import { eraseReviews } from '#reviews';
import { mentionable } from '../../../../libs/reviews/src/comments/mentionable.js';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

let made: SamplingDesk;
let author: TestAccount;
let colleague: TestAccount;
let stranger: TestAccount;
let agent: TestAccount;
let call: Awaited<ReturnType<SamplingDesk['scored']>>;

const NO_ONE = '0190a000-0000-7000-8000-000000000000';
const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);
const path = () => `calls/${call.callId}/comments`;
const nameOf = async ({ personId }: TestAccount) =>
  (await made.sql<{ zh: string }>('select name_zh as zh from person where id = $1', [personId]))[0]!.zh;
const rename = (who: TestAccount, zh: string, en: string) =>
  made.asOwner('update person set name_zh = $2, name_en = $3 where id = $1', [who.personId, zh, en]);
const make = async (text: string, ...mentioned: string[]) => {
  const sent = { legId: call.legId, atMs: 4200, text, mentions: mentioned };
  return ask<MadeComment & Problem>(author, 'POST', path(), sent);
};
const edit = async (commentId: string, text: string, mentions?: string[]) => {
  const { status, body } = await ask<Problem | null>(author, 'PUT', `${path()}/${commentId}`, { text, mentions });
  return status === 204 ? 'done' : body?.code;
};
const offered = async (letters: string, who = author) =>
  (
    await ask<Mentionable>(
      who,
      'GET',
      `${path()}/mentionable?legId=${call.legId}&letters=${encodeURIComponent(letters)}`,
    )
  ).body.people.map(({ personId }) => personId);
const seen = async (who: TestAccount) => (await ask<CallComments>(who, 'GET', path())).body.comments;

/** Writes down who is told of what, as the relay does. @returns what the person was told of this call */
async function told(who: TestAccount): Promise<NotificationList['items']> {
  const rows = await made.sql(
    `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
     where event = 'comment.mentioned' order by id`,
  );
  await made.desk.api.source.transaction((tx) => writeNotifications(tx, rows as never, false));
  const { items } = (await ask<NotificationList>(who, 'GET', 'notifications?limit=100')).body;
  return items.filter(({ kind, callId }) => kind === 'comment_mentioned' && callId === call.callId);
}

beforeAll(async () => {
  made = await SamplingDesk.open();
  const { teamA, teamB } = made.desk.organisation;
  [author, colleague, agent] = [made.analysts[0]!, await made.person('supervisor', teamA), made.agents[0]!];
  stranger = await made.person('supervisor', teamB);
  await rename(colleague, '王芳', 'Wang Fang');
  await rename(stranger, '王方', 'Wang Fang-other');
  await rename(agent, '王小二', 'Wang Xiaoer');
});
beforeEach(async () => {
  call = await made.scored(agent, made.desk.organisation.teamA, new Date());
});
afterAll(() => made?.desk.api.stop());

describe('whom a comment may mention', () => {
  it('are people who judge the leg, by letters of either name, and neither its author nor anyone further', async () => {
    expect(await offered('王')).toEqual([colleague.personId]);
    expect(await offered('fang')).toEqual([colleague.personId]);
    expect(await offered('%')).toEqual([]);
    expect(await offered('')).toEqual(expect.arrayContaining([colleague.personId, made.manager.personId]));
    expect(await offered('')).not.toContain(author.personId);
    const elsewhere = await ask(stranger, 'GET', `${path()}/mentionable?legId=${call.legId}`);
    expect(elsewhere.status).toBe(404);
    const other = await made.scored(agent, made.desk.organisation.teamA, new Date());
    expect((await ask(author, 'GET', `${path()}/mentionable?legId=${other.legId}`)).status).toBe(404);
  });

  it('are the agent once the author has published a review, and no person who judges the leg blind', async () => {
    expect(await offered('小二')).toEqual([]);
    expect((await make('@王小二 听', agent.personId)).body.code).toBe('mention_refused');
    expect(await made.publish(author, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    expect(await offered('小二')).toEqual([agent.personId]);
    expect((await make('@王小二 听', agent.personId)).status).toBe(201);
    expect(await told(agent)).toHaveLength(1);
    await made.asOwner(
      `insert into withheld_score (evaluation_id, person_id, leg_id, until) values (gen_random_uuid(), $1, $2, now() + interval '1 day')`,
      [agent.personId, call.legId],
    );
    expect(await offered('小二')).toEqual([]);
  });

  it('are ten at most', async () => {
    for (let n = 0; n < 11; n++) await made.person('supervisor', made.desk.organisation.teamA);
    expect(await offered('')).toHaveLength(10);
  });

  it('are asked for in one query, which neither a large team nor its agents make longer', async () => {
    expect(await made.publish(author, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    const [colleagues, agents]: [TestAccount[], TestAccount[]] = [[], []];
    for (let n = 0; n < 11; n++) {
      colleagues.push(await made.person('supervisor', made.desk.organisation.teamA));
      agents.push(await made.person('agent', made.desk.organisation.teamA));
    }
    await Promise.all([...colleagues, ...agents].map((one, n) => rename(one, `钱同${n}`, `Qian Tong ${n}`)));
    const on = { legId: call.legId, authorId: author.personId, shown: true };
    const fetched = await made.desk.api.source.transaction(async (tx) => {
      const query = jest.spyOn(tx, 'query');
      await mentionable(tx, on, { letters: '钱同' });
      return Promise.all(query.mock.results.map(({ value }) => value as Promise<{ personId: string }[]>));
    });
    expect(fetched.map((rows) => rows.length)).toEqual([10]);
    const ids = colleagues.map(({ personId }) => personId);
    expect(ids).toEqual(expect.arrayContaining(fetched[0]!.map(({ personId }) => personId)));
  });
});

describe('a mention', () => {
  it('is refused in the same words of a person who may not see it, of no one, and of one whom the text does not name', async () => {
    const refused = [
      await make(`@${await nameOf(stranger)} 听`, stranger.personId),
      await make('@王方 听', NO_ONE),
      await make('王芳 听', colleague.personId),
      await make(`@${await nameOf(author)} 听`, author.personId),
    ];
    for (const { status, body } of refused) expect([status, body.code]).toEqual([400, 'mention_refused']);
    expect(new Set(refused.map(({ body }) => JSON.stringify(body.detail))).size).toBe(1);
    expect(await seen(author)).toEqual([]);
    const many = await make('@王芳', ...Array<string>(11).fill(colleague.personId));
    expect([many.status, many.body.code]).toEqual([400, 'bad_input']);
  });

  it('is told once, with the second and without the words, and not to its author', async () => {
    const { body } = await make('@王芳 请听这里的报价', colleague.personId);
    const [one, ...others] = await told(colleague);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: 'comment_mentioned', comment: { leg: 1, atMs: 4200 } });
    expect(JSON.stringify(one)).not.toMatch(/报价|王芳/);
    expect(await told(author)).toEqual([]);
    expect(await edit(body.commentId, '请听这里', [])).toBe('done');
    expect(await edit(body.commentId, '@王芳 请再听', [colleague.personId])).toBe('done');
    expect(await told(colleague)).toHaveLength(1);
  });

  it('stays with the person when their name changes, and goes with the text', async () => {
    const { body } = await make('@王芳 听', colleague.personId);
    await rename(colleague, '王芳芳', 'Wang Fangfang');
    const mentions = async () => (await seen(made.manager))[0]!.mentions;
    const still = { personId: colleague.personId, saidAs: '王芳', name: { zh: '王芳芳', en: 'Wang Fangfang' } };
    expect(await mentions()).toEqual([still]);
    expect(await edit(body.commentId, '@王芳 再听')).toBe('done');
    expect(await mentions()).toEqual([still]);
    expect(await edit(body.commentId, '再听')).toBe('done');
    expect(await mentions()).toEqual([]);
    await rename(colleague, '王芳', 'Wang Fang');
  });

  it('is in the journal by ids, and not in the history of the call, which its agent reads', async () => {
    const { body } = await make('@王芳 听', colleague.personId);
    const rows = await made.sql<{ details: object }>(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'comment.mentioned' and details->>'commentId' = $1`,
      [body.commentId],
    );
    expect(rows).toEqual([
      { details: expect.objectContaining({ personId: colleague.personId, legId: call.legId }) as object },
    ]);
    const { body: history } = await ask<CallJournal>(agent, 'GET', `calls/${call.callId}/journal`);
    expect(history.entries.map(({ event }) => event)).not.toContain('comment.mentioned');
  });

  it('is of ten people at most for a comment, those that were taken out again included', async () => {
    const people: string[] = [];
    for (let n = 0; n < 11; n++) {
      const one = await made.person('supervisor', made.desk.organisation.teamA);
      await rename(one, `同事${n}号`, `Colleague ${n}`);
      people.push(one.personId);
    }
    const text = people.map((_, n) => `@同事${n}号`).join(' ');
    const { status, body } = await make(text, ...people.slice(0, 10));
    expect(status).toBe(201);
    expect(await edit(body.commentId, text, people.slice(10))).toBe('mentions_full');
    expect((await seen(author))[0]!.mentions).toHaveLength(10);
  });

  it('leads a person whose right ended to nothing', async () => {
    const leaving = await made.person('supervisor', made.desk.organisation.teamA);
    await rename(leaving, '赵离', 'Zhao Li');
    await make('@赵离 听', leaving.personId);
    expect(await told(leaving)).toHaveLength(1);
    await made.asOwner('update role_assignment set team_id = $2 where account_id = $1', [
      leaving.accountId,
      made.desk.organisation.teamB,
    ]);
    expect((await ask(leaving, 'GET', path())).status).toBe(404);
    expect((await ask(leaving, 'GET', `calls/${call.callId}`)).status).toBe(404);
  });

  it('ends with its comment, before it was told, and with the recording', async () => {
    const { body } = await make('@王芳 听', colleague.personId);
    expect((await ask(author, 'DELETE', `${path()}/${body.commentId}`)).status).toBe(204);
    expect(await told(colleague)).toEqual([]);
    await make('@王芳 听', colleague.personId);
    expect(await told(colleague)).toHaveLength(1);
    await made.sql('update recording set destruction_started_at = now() where id = $1', [call.recordingId]);
    await made.desk.api.source.transaction((tx) =>
      eraseReviews(tx, call.recordingId, made.desk.api.app.get(JournalService, { strict: false })),
    );
    const ofLeg = 'select 1 from leg_comment_mention join leg_comment on leg_comment.id = comment_id where leg_id = $1';
    expect(await made.sql(ofLeg, [call.legId])).toEqual([]);
    expect((await told(colleague)).map(({ comment }) => comment)).toEqual([null]);
  });
});
