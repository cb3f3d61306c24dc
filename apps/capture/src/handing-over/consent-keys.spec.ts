import { type Logger } from '#platform';
import { ConsentKeys } from './consent-keys.js';

const KEYS = { line: '*', yes: '1', no: '2' };

describe('a key that is pressed while consent is pending', () => {
  const told = async (
    key: string,
    { label = 'customer', agent = 'agent' as string | null, keys = KEYS as typeof KEYS | null } = {},
  ) => {
    const asked: unknown[] = [];
    const desk = { ask: (...given: unknown[]) => Promise.resolve(asked.push(given.slice(0, 2))) };
    const rules = { keysOf: () => Promise.resolve(keys) };
    const sessions = { agentLabel: () => agent };
    const env = { capture: { source: 'siprec' } };
    const made = new ConsentKeys(
      ...([rules, desk, sessions, env, {} as Logger] as unknown as ConstructorParameters<typeof ConsentKeys>),
    );
    await made.pressed({ session: 's', label, key });
    return asked;
  };

  it('answers as the rule of the line says', async () => {
    expect(await told('1')).toEqual([['s', { act: 'consent_given', said: 'digit', byPersonId: null }]]);
    expect(await told('2')).toEqual([['s', { act: 'consent_refused', said: 'digit', byPersonId: null }]]);
  });

  it('says nothing where no rule names it, on the agent’s side, and where it is not known which side that is', async () => {
    expect(await told('3')).toEqual([]);
    expect(await told('1', { keys: null })).toEqual([]);
    expect(await told('1', { label: 'agent' })).toEqual([]);
    expect(await told('1', { agent: null })).toEqual([]);
  });
});
