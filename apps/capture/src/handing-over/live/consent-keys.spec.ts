import { floorRefusals } from '#floor/rules';
import { type Logger } from '#platform';
import { ConsentKeys } from './consent-keys.js';

const KEYS = { line: '*', yes: '1', no: '2' };

describe('a key that is pressed while consent is pending', () => {
  const told = async (
    key: string,
    {
      label = 'customer',
      agent = 'agent' as string | null,
      keys = KEYS as typeof KEYS | null,
      fails = [] as Error[],
    } = {},
  ) => {
    const asked: unknown[] = [];
    const errors: unknown[] = [];
    const answered: string[] = [];
    const ask = async (...given: unknown[]) => {
      const failure = fails.shift();
      if (failure) throw failure;
      asked.push(given.slice(0, 2));
    };
    const rules = { keysOf: () => Promise.resolve(keys) };
    const now = { agent, goesOn: true };
    const sessions = {
      sidesOf: () => now.agent && { agentLabel: now.agent, customerLabels: ['customer'] },
      goesOn: () => now.goesOn,
    };
    const logger = { error: (error: unknown) => errors.push(error) } as unknown as Logger;
    const env = { capture: { source: 'siprec' } };
    const made = new ConsentKeys(
      ...([rules, { ask }, sessions, env, logger] as unknown as ConstructorParameters<typeof ConsentKeys>),
    );
    made.onAnswered((id) => answered.push(id));
    await made.pressed({ id: 'k', session: 's', label, key });
    return { asked, answered, errors, now, look: () => made.look() };
  };
  const GIVEN = ['s', { act: 'consent_given', said: 'digit', byPersonId: null }];

  it('answers as the rule of the line says', async () => {
    expect(await told('1')).toMatchObject({ asked: [GIVEN], answered: ['k'] });
    expect((await told('2')).asked).toEqual([['s', { act: 'consent_refused', said: 'digit', byPersonId: null }]]);
  });

  it('says nothing where no rule names it, on the agent’s side, and where it is not known which side that is', async () => {
    expect(await told('3')).toMatchObject({ asked: [], answered: ['k'] });
    expect(await told('1', { keys: null })).toMatchObject({ asked: [], answered: ['k'] });
    expect(await told('1', { label: 'agent' })).toMatchObject({ asked: [], answered: ['k'] });
    expect(await told('1', { agent: null })).toMatchObject({ asked: [], answered: [] });
  });

  it('says nothing on a stream of which it is not known that a customer speaks on it', async () => {
    expect(await told('1', { label: 'a third' })).toMatchObject({ asked: [], answered: ['k'] });
    expect(await told('1', { label: '' })).toMatchObject({ asked: [], answered: ['k'] });
  });

  it('waits until it is known whose call it is, and is forgotten with its session', async () => {
    const waits = await told('1', { agent: null });
    waits.now.agent = 'agent';
    await waits.look();
    await waits.look();
    expect(waits).toMatchObject({ asked: [GIVEN], answered: ['k'] });
    const over = await told('1', { agent: null });
    Object.assign(over.now, { agent: 'agent', goesOn: false });
    await over.look();
    expect(over).toMatchObject({ asked: [], answered: ['k'] });
  });

  it('is tried again where it could not be noted, and needs no more where consent is settled', async () => {
    const again = await told('1', { fails: [new Error('the database is away'), floorRefusals.live_call_not_found()] });
    expect([again.answered, again.errors.length]).toEqual([[], 1]);
    await again.look();
    await again.look();
    expect(again).toMatchObject({ asked: [GIVEN], answered: ['k'] });
    const settled = await told('1', { fails: [floorRefusals.live_consent_settled()] });
    expect(settled).toMatchObject({ asked: [], answered: ['k'], errors: [] });
  });
});
