import { judgesOf, type ChecklistDraftDefinition, type DraftItem } from '#contracts';
import { phrasesByName } from '../checklist-validation.service.js';
import { loadChecklist } from '../load-checklist.js';
import { SHIPPED } from '../publish-shipped.js';
import { type ValidationContext } from './told.rules.js';
import { hasErrors, validateChecklist } from './validate-checklist.rules.js';

const both = (text: string) => ({ zh: text, en: text });
const item = (rest: Partial<DraftItem> = {}): DraftItem => ({
  id: 'greeting.salutation',
  title: both('Salutation'),
  weight: 10,
  clause: 'P1 §4.2',
  check: { kind: 'phrase', lookFor: ['salutation'] },
  ...rest,
});
const draft = (
  items: DraftItem[] = [item()],
  rest: Partial<ChecklistDraftDefinition> = {},
): ChecklistDraftDefinition => ({
  format: 'shouwen.checklist/1',
  id: 'own',
  title: both('Own'),
  judges: { directions: ['inbound'], main: true },
  requiredCoverage: 0.8,
  minimumWords: { zh: 20, en: 14 },
  sections: [{ id: 'opening', title: both('Opening'), items }],
  ...rest,
});

const CONTEXT: ValidationContext = {
  phrases: {
    zh: { salutation: ['您好'], farewell: ['再见', '您好'], zh_only: ['喂'], promise: ['回复您'] },
    en: { salutation: ['hello'], farewell: ['goodbye'], promise: ['call you back'] },
  },
  others: [],
  takenOut: [],
};

const found = (of: ChecklistDraftDefinition, context = CONTEXT) => validateChecklist(of, context);
/** "severity code place" of what is found. */
const told = (of: ChecklistDraftDefinition, context = CONTEXT) =>
  found(of, context).map(({ severity, code, place }) => `${severity} ${code} ${place}`.trim());
const heard = (lookFor: string[], rest = {}) => ({ kind: 'heard', query: { lookFor, ...rest }, otherwise: both('no') });
const notHeard = (lookFor: string[], rest = {}) => ({ ...heard(lookFor, rest), kind: 'not_heard' });
const fact = (name: string, ...values: unknown[]) => ({
  kind: 'fact',
  name,
  in: values,
  unknown: both('unknown'),
  otherwise: both('no'),
});

describe('validating a checklist', () => {
  it('finds nothing in one that is right', () => {
    expect(found(draft())).toEqual([]);
  });

  it.each(SHIPPED)('finds no error in the shipped %s', (name) => {
    const { checklist } = loadChecklist(name);
    const errors = found(
      { ...checklist, judges: judgesOf(checklist) },
      { phrases: phrasesByName(), others: [], takenOut: [] },
    );
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says in both languages what is wrong with which item, and what to do', () => {
    const [first] = found(draft([item({ weight: 1.5 })]));
    expect(first).toMatchObject({
      severity: 'error',
      section: 0,
      item: 0,
      itemId: 'greeting.salutation',
      place: 'weight',
    });
    expect(first!.what).toEqual({ zh: 'weight：应为整数。', en: 'weight must be a whole number.' });
    expect(first!.remedy.zh).not.toBe('');
    expect(hasErrors([first!])).toBe(true);
  });

  it('asks for titles', () => {
    expect(told(draft([item({ title: { zh: '', en: '' } })]))).toEqual(['error missing_title title.zh']);
    expect(told(draft([item()], { title: { zh: '', en: '' } }))).toEqual(['error missing_title title.zh']);
  });

  it('takes a title in one language for both', () => {
    expect(told(draft([item({ title: { zh: '问候', en: '' } })], { title: { zh: '', en: 'Own' } }))).toEqual([]);
  });

  it('names ids that occur twice', () => {
    expect(told(draft([item(), item()]))).toEqual(['error duplicate_item id']);
    const section = { id: 'opening', title: both('Again'), items: [item({ id: 'a.b' })] };
    expect(told(draft([], { sections: [...draft().sections, section] }))).toEqual(['error duplicate_section id']);
  });

  it('warns of an item under the id of another one that was taken out, and not of one that comes back', () => {
    const takenOut = [{ id: 'greeting.salutation', title: { zh: '报工号', en: 'Says the number' }, version: 2 }];
    expect(told(draft(), { ...CONTEXT, takenOut })).toEqual(['warning id_of_another id']);
    expect(told(draft(), { ...CONTEXT, takenOut: [{ ...takenOut[0]!, title: both('Salutation') }] })).toEqual([]);
  });

  it('refuses a cap above 100, or without a percentage', () => {
    const cap = (capPercent?: number) => item({ critical: { effect: 'cap', of: 'form', capPercent } });
    expect(told(draft([cap(150)]))).toEqual(['error bad_critical critical']);
    expect(told(draft([cap()]))).toEqual(['error bad_critical critical']);
    expect(told(draft([cap(60)]))).toEqual([]);
    expect(told(draft([cap(100)]))).toEqual(['warning caps_nothing critical']);
  });

  it('reads checks and conditions as their kinds do', () => {
    expect(told(draft([item({ check: { kind: 'mood' } })]))).toEqual(['error unknown_kind check']);
    const zone = item({ check: { kind: 'phrase', lookFor: ['salutation'], zone: 'attic' } });
    expect(told(draft([zone]))).toEqual(['error bad_parameters check.zone']);
    const nowhere = item({ appliesWhen: [{ kind: 'heard', otherwise: both('no') }] });
    expect(told(draft([nowhere]))).toEqual(['error bad_parameters appliesWhen.0.query']);
  });
});

describe('weights', () => {
  it('sum to what section and checklist say', () => {
    const sections = [{ ...draft().sections[0]!, weight: 12 }];
    expect(told(draft([], { sections }))).toEqual(['error section_sum weight']);
    expect(told(draft([item()], { totalWeight: 100 }))).toEqual(['error total_sum totalWeight']);
    expect(told(draft([item()], { totalWeight: 10 }))).toEqual([]);
  });

  it('of nothing matter only where failing costs something', () => {
    const second = { id: 'a.b', weight: 0 };
    expect(told(draft([item(), item(second)]))).toEqual(['warning weighs_nothing weight']);
    expect(told(draft([item(), item({ ...second, critical: { effect: 'zero', of: 'form' } })]))).toEqual([]);
    expect(told(draft([item({ weight: 0, critical: true })]))).toEqual(['error no_weight']);
  });

  it('that people must judge leave the required coverage out of reach', () => {
    const human = item({ id: 'a.b', weight: 5, check: { kind: 'human', ask: both('Was it kind?') } });
    expect(told(draft([item(), human]))).toEqual(['warning coverage_unreachable requiredCoverage']);
    expect(told(draft([item(), human], { requiredCoverage: 0.6 }))).toEqual([]);
  });
});

describe('phrases', () => {
  it('are known, in both languages', () => {
    const looks = (name: string) => told(draft([item({ check: { kind: 'phrase', lookFor: [name] } })]));
    expect(looks('greetings')).toEqual(['error unknown_entry check.lookFor']);
    expect(looks('zh_only')).toEqual(['warning one_language check.lookFor']);
    expect(told(draft([item({ appliesWhen: [heard(['nothing'])] })]))).toEqual([
      'error unknown_entry appliesWhen.0.query.lookFor',
    ]);
  });

  it('are chosen, also deep in a check', () => {
    const empty = { kind: 'phrase', lookFor: [] };
    const [finding] = found(draft([item({ check: empty })]));
    expect(finding).toMatchObject({ severity: 'error', code: 'nothing_to_look_for', place: 'check.lookFor', item: 0 });
    expect(
      told(draft([item({ check: { kind: 'all', of: [{ kind: 'phrase', lookFor: ['promise'] }, empty] } })])),
    ).toEqual(['error nothing_to_look_for check.of.1.lookFor']);
    expect(told(draft([item({ check: { kind: 'phrase', against: ['promise'], whenAbsent: 'met' } })]))).toEqual([]);
  });

  it('do not speak for and against', () => {
    const sides = (check: object) => told(draft([item({ check: { kind: 'phrase', ...check } })]));
    expect(sides({ lookFor: ['salutation'], against: ['salutation'] })).toEqual(['error contradiction check']);
    expect(sides({ lookFor: ['salutation'], doubtful: ['salutation'] })).toEqual(['warning doubt_decided check']);
    // 您好 is in both lists.
    expect(sides({ lookFor: ['salutation'], against: ['farewell'] })).toEqual(['warning same_phrase check']);
    const parts = [
      { kind: 'phrase', lookFor: ['promise'] },
      { kind: 'phrase', against: ['promise'], whenAbsent: 'met' },
    ];
    expect(told(draft([item({ check: { kind: 'all', of: parts } })]))).toEqual(['error contradiction check']);
    expect(told(draft([item({ check: { kind: 'any', of: parts } })]))).toEqual([]);
  });
});

describe('conditions', () => {
  it('do not ask for something and its opposite', () => {
    const when = (...appliesWhen: DraftItem['appliesWhen'] & {}) => told(draft([item({ appliesWhen })]));
    expect(when(heard(['promise']), notHeard(['promise', 'farewell']))).toEqual(['error never_applies appliesWhen']);
    expect(when(heard(['promise', 'farewell']), notHeard(['promise']))).toEqual([]);
    expect(when(heard(['promise'], { speaker: 'customer' }), notHeard(['promise']))).toEqual([]);
    expect(when(fact('transfer', 'warm'), fact('transfer', 'none'))).toEqual(['error never_applies appliesWhen']);
    const situation = (...kinds: string[]) => ({ kind: 'situation', in: kinds, otherwise: both('no') });
    expect(when(situation('complaint'), situation('question'))).toEqual(['error never_applies appliesWhen']);
    expect(when(situation('complaint', 'upset'), situation('upset'))).toEqual([]);
    expect(when(fact('hangupParty', 'nobody'))).toEqual(['error never_applies appliesWhen']);
  });

  it('ask for no direction that the checklist does not judge', () => {
    const outbound = [item({ appliesWhen: [fact('direction', 'outbound')] })];
    expect(told(draft(outbound))).toEqual(['error never_applies appliesWhen']);
    expect(told(draft(outbound, { judges: { directions: ['inbound', 'outbound'], main: true } }))).toEqual([]);
  });

  it('do not shut the whole checklist out', () => {
    const judges = { directions: ['inbound' as const], main: true, appliesWhen: [heard(['promise'])] };
    const against = item({ appliesWhen: [notHeard(['promise'])] });
    expect(told(draft([against], { judges }))).toEqual(['error never_applies appliesWhen']);
    const never = { ...judges, appliesWhen: [heard(['promise']), notHeard(['promise'])] };
    expect(told(draft([item()], { judges: never }))).toEqual(['error never_applies judges.appliesWhen']);
  });

  it('leave the check a way to be met', () => {
    const never = item({ appliesWhen: [notHeard(['salutation'])] });
    expect(told(draft([never]))).toEqual(['error never_met check']);
    expect(told(draft([item({ appliesWhen: [heard(['salutation'])] })]))).toEqual(['warning always_met check']);
    const unspoken = item({
      appliesWhen: [notHeard(['promise'])],
      check: {
        kind: 'sequence',
        trigger: { lookFor: ['promise'] },
        response: { lookFor: ['farewell'] },
        order: 'after',
        noTrigger: both('no'),
      },
    });
    expect(told(draft([unspoken]))).toEqual(['error never_met check']);
    const explain = { met: both('yes'), notMet: both('no'), unknown: both('?') };
    const hungUp = item({
      appliesWhen: [fact('hangupParty', 'agent', 'system')],
      check: { kind: 'fact', name: 'hangupParty', met: ['customer'], notMet: ['agent'], explain },
    });
    expect(told(draft([hungUp]))).toEqual(['error never_met check']);
    const onlyAgainst = { kind: 'phrase', against: ['promise'] };
    expect(told(draft([item({ check: onlyAgainst })]))).toEqual(['error never_met check']);
    const rang = { kind: 'fact', name: 'ringSeconds', explain };
    expect(told(draft([item({ check: rang })]))).toEqual(['error never_met check']);
  });
});

describe('cases of a branching check', () => {
  const phrase = { kind: 'phrase', lookFor: ['salutation'] };
  const choose = (...when: object[][]) =>
    told(
      draft([
        item({
          check: { kind: 'choose', cases: when.map((one) => ({ when: one, check: phrase })), otherwise: phrase },
        }),
      ]),
    );
  const inbound = fact('direction', 'inbound');

  it('can all be come to', () => {
    expect(choose([heard(['promise'])], [heard(['farewell'])])).toEqual([]);
    expect(choose([inbound], [heard(['promise'])])).toEqual(['error unreachable_case check.cases.1']);
    expect(choose([heard(['promise'])], [heard(['promise']), heard(['farewell'])])).toEqual([
      'error unreachable_case check.cases.1',
    ]);
    expect(choose([heard(['promise']), heard(['farewell'])], [heard(['promise'])])).toEqual([]);
    expect(choose([fact('direction', 'outbound')])).toEqual(['error unreachable_case check.cases.0']);
  });
});

describe('which calls a checklist judges', () => {
  const main = { id: 'standard', title: both('Standard'), mainFor: ['inbound'] };

  it('is said', () => {
    expect(told(draft([item()], { judges: undefined }))).toEqual(['error judges_nothing judges']);
  });

  it('has one main checklist', () => {
    const others = [main];
    expect(told(draft(), { ...CONTEXT, others })).toEqual(['error two_mains judges.main']);
    // A new version of the main one takes its place.
    expect(told(draft(), { ...CONTEXT, others: [{ ...main, id: 'own' }] })).toEqual([]);
    const beside = draft([item()], { judges: { directions: ['inbound'], main: false } });
    expect(told(beside, { ...CONTEXT, others })).toEqual([]);
    expect(told(beside)).toEqual(['warning no_main judges.main']);
  });
});
