import { transferFacts, type LegOfCall, type TransferringLeg } from './transfer-facts.rules.js';

const at = (seconds: number): Date => new Date(seconds * 1000);

/** Answered at 10 s, left at 60 s. */
const agent = (change: Partial<TransferringLeg> = {}): TransferringLeg => ({
  id: 'agent',
  answeredAt: at(10),
  endedAt: at(60),
  hangupParty: null,
  transfer: 'warm',
  consulted: null,
  transferTarget: '1002',
  transferredToLegId: 'colleague',
  recordKey: 'key',
  ...change,
});
const other = (change: Partial<LegOfCall>): LegOfCall => ({
  ...{ id: 'other', kind: 'agent', outcome: 'answered', extension: '1002' },
  ...{ beganAt: at(60), answeredAt: at(60), endedAt: at(120) },
  ...change,
});
const colleague = other({ id: 'colleague' });
const consult = (change: Partial<LegOfCall> = {}) =>
  other({ id: 'consult', kind: 'consult', beganAt: at(40), answeredAt: at(44), endedAt: at(60), ...change });

describe('whether the agent spoke with the colleague before the customer was passed on', () => {
  const told = (leg: Partial<TransferringLeg>, ...legs: LegOfCall[]) => transferFacts(agent(leg), legs).consulted;

  it('is so where a consultation was answered before', () => {
    expect(told({}, consult(), colleague)).toBe(true);
  });

  it('is not so where the customer was passed on blind and no one was asked', () => {
    expect(told({ transfer: 'blind' }, colleague)).toBe(false);
    expect(told({ transfer: 'blind' }, consult({ outcome: 'no_answer', answeredAt: null }), colleague)).toBe(false);
  });

  it('is so where the colleague was asked first, and the customer passed on to them blind afterwards', () => {
    expect(told({ transfer: 'blind' }, consult({ endedAt: at(50) }), colleague)).toBe(true);
  });

  it.each<[string, Partial<TransferringLeg>, LegOfCall[]]>([
    ['another colleague was asked', { transfer: 'blind' }, [consult({ extension: '1009' })]],
    ['no record tells of the consultation', {}, []],
    ['the colleague picked up afterwards', {}, [consult({ answeredAt: at(61) })]],
    ['it is not told when it began', { transfer: 'blind' }, [consult({ beganAt: null })]],
    ['it is not told what became of it', { transfer: 'blind' }, [consult({ outcome: null, answeredAt: null })]],
    [
      'two agents spoke with the customer',
      {},
      [consult(), other({ id: 'second', beganAt: at(20), answeredAt: at(20) })],
    ],
    ['no telephone record knows the leg', { recordKey: null, transfer: 'blind' }, []],
    ['it is not known whether there was a transfer', { transfer: null }, [consult()]],
  ])('is not known where %s', (_, leg, legs) => {
    expect(told(leg, ...legs)).toBeNull();
  });

  it('is what its source or a person said, where one did', () => {
    expect(told({ consulted: false }, consult(), colleague)).toBe(false);
  });

  it('is not told by a consultation of an earlier agent', () => {
    const later = { answeredAt: at(70), endedAt: at(90), transfer: 'blind' as const };
    expect(told(later, consult(), other({ id: 'first', beganAt: at(5), answeredAt: at(10), endedAt: at(60) }))).toBe(
      false,
    );
  });
});

describe('a questionnaire after the call', () => {
  const questionnaire = other({ id: 'questions', kind: 'ivr', extension: '9000' });
  const passed = { transfer: 'blind' as const, transferredToLegId: 'questions', hangupParty: 'agent' as const };

  it('is no transfer, and no hang-up of the agent’s', () => {
    expect(transferFacts(agent(passed), [questionnaire])).toEqual({
      transfer: 'none',
      consulted: null,
      hangupParty: null,
    });
  });

  it('is none where a menu led on to a colleague', () => {
    const led = other({ beganAt: at(75), answeredAt: at(80) });
    expect(transferFacts(agent(passed), [questionnaire, led])).toMatchObject({ transfer: 'blind', consulted: false });
  });
});

it('an agent who leaves a call that goes on does not hang up on the customer', () => {
  expect(transferFacts(agent({ hangupParty: 'agent', transferredToLegId: null }), [colleague]).hangupParty).toBeNull();
  expect(transferFacts(agent({ hangupParty: 'agent', transferredToLegId: null }), [consult()]).hangupParty).toBe(
    'agent',
  );
  expect(transferFacts(agent({ hangupParty: 'customer' }), [colleague]).hangupParty).toBe('customer');
});
