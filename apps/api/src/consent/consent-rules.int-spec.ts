import pg from 'pg';
import {
  unreachedRules,
  type ConsentRule,
  type ConsentRuleSet,
  type ConsentRulesView,
  type ConsentTrial,
  type Problem,
} from '#contracts';
import { gateRulesOf, RulesInForce, SHIPPED_CONSENT_RULES } from '#consent';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let first: TestAccount;
let second: TestAccount;
let auditor: TestAccount;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const account = (role: 'administrator' | 'legal_approver' | 'auditor') =>
    buildAccount(desk.api.source, desk.organisation, { role, teamId: null });
  [first, second, auditor] = [
    await account('administrator'),
    await account('legal_approver'),
    await account('auditor'),
  ];
  for (const who of [first, second]) await desk.ask(who, 'POST', 'auth/step-up', { password: PASSWORD });
});
afterAll(() => desk.api.stop());

type Answer = ConsentRulesView & Problem;
const view = async () => (await desk.ask<Answer>(first, 'GET', 'consent/rules')).body;
const tryOut = (who: TestAccount, rules: ConsentRuleSet) =>
  desk.ask<ConsentTrial>(who, 'POST', 'consent/rules/trial', { rules, days: 7 });
/** Tries them first, as one has to. */
const propose = async (who: TestAccount, rules: ConsentRuleSet, from?: number) => {
  await tryOut(who, rules);
  return proposeUntried(who, rules, from);
};
const proposeUntried = async (who: TestAccount, rules: ConsentRuleSet, from?: number) =>
  desk.ask<Answer>(who, 'PUT', 'consent/rules', {
    ...{ from: from ?? (await view()).current.version, rules, reason: 'Counsel read it again' },
  });
const decide = async (who: TestAccount, decision: 'agreed' | 'refused') => {
  const version = (await view()).waiting?.version ?? 0;
  return desk.ask<Answer>(who, 'POST', 'consent/rules/decisions', { version, decision });
};
/** Puts a rule before all others, in the place of those that it would keep from deciding. */
async function withRule(rule: ConsentRule): Promise<ConsentRuleSet> {
  const { rules } = (await view()).current;
  const all = [rule, ...rules.rules];
  const unreached = unreachedRules(all);
  return { ...rules, rules: all.filter((_, at) => !unreached.includes(at)) };
}
const CN: ConsentRule = {
  ...{ id: 'cn-given', regions: ['CN'], directions: ['inbound'], accepts: ['given'], acceptedExemptions: [] },
  source: 'Counsel, memo 7',
};
const DE: ConsentRule = { ...CN, id: 'de-inbound', regions: ['DE'] };
const decisionOf = async (callId: string) => {
  const [row] = await desk.api.source.query(
    'select rule_id as rule, rules_version as version, may_record as may, ground from consent_decision where call_id = $1',
    [callId],
  );
  return row as { rule: string; version: number | null; may: boolean; ground: string | null };
};
const now = () => new Date().toISOString();

describe('the consent rules of the product', () => {
  it('are version 1, as they were when they were constants, and every decision names it', async () => {
    const { current, waiting, history, strictest } = await view();
    expect(current).toMatchObject({ version: 1, rules: SHIPPED_CONSENT_RULES, proposed: null, decided: null });
    expect({ waiting, versions: history.map(({ version }) => version) }).toEqual({ waiting: null, versions: [1] });
    expect(gateRulesOf(current.rules).consent.at(-1)).toEqual(strictest);
    const { body } = await desk.upload(desk.metadata({ consent: { state: 'not_required', reason: 'contract' } }));
    const taken = { rule: 'cn-inbound', version: 1, may: true, ground: 'contract' };
    expect(await decisionOf(body.callId)).toEqual(taken);
    const other = await desk.upload(desk.metadata({ consent: { state: 'not_required', reason: 'we always do' } }));
    expect(await decisionOf(other.body.callId)).toEqual({ ...taken, may: false, ground: 'other' });
  });
});

describe('a change of the consent rules', () => {
  it('takes two people, and judges calls that begin afterwards', async () => {
    const wanted = await withRule(CN);
    expect((await propose(auditor, wanted)).body).toMatchObject({ code: 'forbidden' });
    expect((await propose(first, wanted)).body).toMatchObject({ waiting: { version: 2, mine: true } });
    expect((await propose(second, wanted)).body).toMatchObject({ code: 'consent_rules_wait' });
    const before = await desk.upload(desk.metadata({ startedAt: now() }));
    expect(await decisionOf(before.body.callId)).toMatchObject({ rule: 'cn-inbound', version: 1, may: true });

    expect((await decide(first, 'agreed')).body).toMatchObject({ code: 'consent_rules_need_another' });
    expect((await decide(second, 'agreed')).body).toMatchObject({ current: { version: 2 }, waiting: null });
    expect((await decide(second, 'agreed')).body).toMatchObject({ code: 'consent_rules_not_waiting' });
    expect((await propose(first, wanted)).body).toMatchObject({ code: 'consent_rules_are_same' });
    expect((await propose(first, SHIPPED_CONSENT_RULES, 1)).body).toMatchObject({ code: 'consent_rules_changed' });

    const after = await desk.upload(desk.metadata({ startedAt: now() }));
    expect(after.body).toMatchObject({ stage: 'not_recorded', stageReason: 'consent_not_enough' });
    expect(await decisionOf(after.body.callId)).toMatchObject({ rule: 'cn-given', version: 2, may: false });
    const older = await desk.upload(desk.metadata());
    expect(await decisionOf(older.body.callId)).toMatchObject({ rule: 'cn-inbound', version: 1, may: true });
  });

  it('is refused or taken back without changing anything, and every step is journalled', async () => {
    const { current } = await view();
    await propose(first, await withRule(DE));
    await decide(second, 'refused');
    await propose(first, await withRule(DE));
    await decide(first, 'refused');
    expect((await view()).current).toEqual(current);
    const entries: { event: string; version: number }[] = await desk.api.source.query(
      `select event, (details ->> 'version')::int as version from journal_entry join journal_detail on entry_id = id
       where event like 'consent.rules%' and event <> 'consent.rules_tried' order by id`,
    );
    expect(entries.map(({ event, version }) => `${event.slice('consent.rules_'.length)} ${version}`)).toEqual([
      ...['proposed 2', 'published 2', 'proposed 3', 'refused 3', 'proposed 4', 'refused 4'],
    ]);
  });

  it.each<[string, Partial<ConsentRule>]>([
    ['that accepts a notice everywhere', { regions: ['*'], accepts: ['announced', 'given'] }],
    ['with the id of the strictest one', { id: 'elsewhere' }],
    ['that never decides', { regions: ['US-CA'], directions: ['inbound'], id: 'late' }],
    ['that accepts a ground without naming it', { accepts: ['given', 'not_required'] }],
    ['for no country', { regions: ['cn'] }],
  ])('is refused with a rule %s', async (_what, change) => {
    const { rules, internalCalls } = SHIPPED_CONSENT_RULES;
    const wanted = { internalCalls, rules: [...rules, { ...DE, ...change }] };
    expect(await propose(first, wanted)).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  });
});

describe('a trial of the consent rules', () => {
  it('counts the calls of a period that would go another way, with examples, and changes nothing', async () => {
    const before = await view();
    const startedAt = now();
    const french = (await desk.upload(desk.metadata({ region: 'FR', startedAt }))).body.callId;
    const dutch = (await desk.upload(desk.metadata({ region: 'NL', startedAt, consent: { state: 'given' } }))).body
      .callId;
    await desk.upload(desk.metadata({ region: 'NL', startedAt, consent: { state: 'declined' } }));
    const { rules, internalCalls } = before.current.rules;
    const fr: ConsentRule = { ...CN, id: 'fr', regions: ['FR'], accepts: ['announced', 'given'] };
    const nl: ConsentRule = { ...CN, id: 'nl', regions: ['NL'], accepts: [] };
    const tried = { rules: [fr, nl, ...rules], internalCalls };
    const ask = (who: TestAccount) => tryOut(who, tried);
    const { body } = await ask(auditor);
    expect(body).toMatchObject({ recorded: 1, not_recorded: 1, unknown: 0, newestOnly: false });
    expect(body.calls).toBe(body.same + 2);
    expect(body.examples.recorded).toEqual([
      { callId: french, startedAt, direction: 'inbound', region: 'FR', state: 'announced' },
    ]);
    expect(body.examples.not_recorded.map(({ callId }) => callId)).toEqual([dutch]);
    const ofOneTeam = await buildAccount(desk.api.source, desk.organisation, {
      ...{ role: 'auditor', teamId: desk.organisation.teamA },
    });
    const narrow = await ask(ofOneTeam);
    expect(narrow.body).toEqual({ ...body, examples: { recorded: [], not_recorded: [], unknown: [] } });
    expect(await view()).toEqual(before);
  });

  it('is demanded of these very rules beside those in force, and kept for the second person', async () => {
    const { current } = await view();
    const wanted = await withRule({ ...DE, id: 'de-tried' });
    await tryOut(auditor, { ...wanted, internalCalls: 'by_rules' });
    expect((await proposeUntried(first, wanted)).body).toMatchObject({ code: 'consent_rules_not_tried' });
    // The order of the parts means nothing.
    const { body: found } = await tryOut(auditor, { internalCalls: wanted.internalCalls, rules: wanted.rules });
    const { waiting } = (await proposeUntried(first, wanted)).body;
    const { examples: _, ...figures } = found;
    expect(waiting?.trial).toMatchObject({ ...figures, days: 7, against: current.version });
    const agreed = (await decide(second, 'agreed')).body;
    expect(agreed.current.trial).toEqual(waiting?.trial);
    // Beside a later version the same rules may do something else.
    await propose(first, await withRule({ ...DE, id: 'de-later', regions: ['AT'] }));
    await decide(second, 'agreed');
    expect((await proposeUntried(first, wanted)).body).toMatchObject({ code: 'consent_rules_not_tried' });
    const [entry] = await desk.api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'consent.rules_tried' order by id desc limit 1`,
    );
    expect(entry.details).toMatchObject({ days: 7, calls: expect.any(Number) as number });
  });
});

describe('the database', () => {
  const insert = (rules: ConsentRuleSet, decided = false) =>
    desk.api.source.query(
      `insert into consent_rule_set (version, rules, sha256, reason, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       values (90, $1, repeat('a', 64), 'forged', $2, now(), $3, $4, $5)`,
      [
        JSON.stringify(rules),
        first.personId,
        ...(decided ? ['agreed', second.personId, new Date(Date.now() + 60_000)] : [null, null, null]),
      ],
    );

  it('lets no person publish alone, publish unproposed, or change what is decided', async () => {
    await propose(first, await withRule(DE));
    const alone = `update consent_rule_set set decision = 'agreed', decided_by_person_id = proposed_by_person_id, decided_at = now()
      where decision is null`;
    await expect(desk.api.source.query(alone)).rejects.toThrow(/consent_rules_take_two/);
    await decide(first, 'refused');
    await insert(await withRule({ ...DE, id: 'de-forged' }));
    const untried = `update consent_rule_set set decision = 'agreed', decided_by_person_id = $1, decided_at = now() where version = 90`;
    await expect(desk.api.source.query(untried, [second.personId])).rejects.toThrow(/not tried on past calls/);
    expect((await decide(second, 'agreed')).body).toMatchObject({ code: 'consent_rules_not_tried' });
    await decide(first, 'refused');
    await expect(insert(SHIPPED_CONSENT_RULES, true)).rejects.toThrow(/decided by a second person/);
    const changed = `update consent_rule_set set decided_at = now() where version = 2`;
    await expect(desk.api.source.query(changed)).rejects.toThrow(/version 2 of the consent rules is decided/);
  });

  it('takes no rule in the place of the strictest one that accepts more', async () => {
    const everywhere: ConsentRule = { ...CN, regions: ['FR', '*'], accepts: ['given', 'announced'] };
    const loose = { ...SHIPPED_CONSENT_RULES, rules: [everywhere] };
    await expect(insert(loose)).rejects.toThrow(/strictest_consent_rule_stays/);
  });
});

it('decides by the strictest rule when the rules cannot be read, and says so', async () => {
  const inForce = desk.api.app.get(RulesInForce, { strict: false });
  const owner = new pg.Client(desk.api.ownerUrl);
  await owner.connect();
  const rename = (from: string, to: string) => owner.query(`alter table ${from} rename to ${to}`);
  await rename('consent_rule_set', 'hidden_rules');
  inForce.forget();
  try {
    const announced = await desk.upload(desk.metadata());
    expect(await decisionOf(announced.body.callId)).toMatchObject({ rule: 'elsewhere', version: null, may: false });
    const given = await desk.upload(desk.metadata({ consent: { state: 'given' } }));
    expect(await decisionOf(given.body.callId)).toMatchObject({ rule: 'elsewhere', version: null, may: true });
  } finally {
    await rename('hidden_rules', 'consent_rule_set');
    await owner.end();
  }
  const back = await desk.upload(desk.metadata());
  expect(await decisionOf(back.body.callId)).toMatchObject({ rule: 'cn-inbound', version: 1, may: true });
});
