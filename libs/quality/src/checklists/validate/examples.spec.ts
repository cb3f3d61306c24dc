import { describe, expect, it } from '@jest/globals';
import { type ChecklistDraftDefinition } from '#contracts';
import { validateChecklist } from './validate-checklist.rules.js';

const both = (text: string) => ({ zh: text, en: text });
const EN = {
  met: ['You can cancel free until Friday.', 'No fee up to two days ahead.', 'We refund every penny before noon.'],
  notMet: ['Read the terms yourself.', 'The fare is gone whatever happens.', 'I have no idea what it costs.'],
};
const found = (check: object) => {
  const item = {
    id: 'own.cancel',
    title: both('Cancelling'),
    weight: 10,
    clause: 'P1',
    check: { kind: 'examples', ...check },
  };
  const draft: ChecklistDraftDefinition = {
    ...{
      format: 'shouwen.checklist/1',
      id: 'own',
      title: both('Own'),
      judges: { directions: ['inbound'], main: true },
    },
    ...{ requiredCoverage: 0.8, minimumWords: { zh: 1, en: 1 } },
    sections: [{ id: 'all', title: both('All'), items: [item] }],
  };
  return validateChecklist(draft, { phrases: { zh: {}, en: {} }, others: [], takenOut: [] });
};
const told = (met: object, notMet: object) =>
  found({ met, notMet }).map(({ severity, code, place }) => `${severity} ${code} ${place}`);

describe('examples of a draft', () => {
  it('are enough with three of each side, and a language without any is left to a person', () => {
    expect(told({ zh: [], en: EN.met }, { zh: [], en: EN.notMet })).toEqual(['warning one_language check']);
    const [finding] = found({ met: { zh: [], en: EN.met }, notMet: { zh: [], en: EN.notMet } });
    expect(finding!.what.en).toBe('There are no examples in Chinese: its calls are left to a person.');
  });

  it('hold publishing up while there are none, or too few of a side', () => {
    expect(told({ zh: [], en: [] }, { zh: [], en: [''] })).toEqual(['error no_examples check']);
    expect(told({ zh: ['好的'], en: EN.met }, { zh: [], en: EN.notMet.slice(1) })).toEqual([
      'error too_few_examples check.met.zh',
      'error too_few_examples check.notMet.zh',
      'error too_few_examples check.notMet.en',
    ]);
  });

  it('contradict each other in the same words, and are told where they are too much alike', () => {
    const same = { zh: [], en: [...EN.notMet, 'You CAN cancel free until Friday'] };
    expect(told({ zh: [], en: EN.met }, same)).toContain('error examples_contradict check.notMet.en');
    // Only so much of a line is looked at with every save.
    const long = (end: string) => `${'You can cancel free until Friday, '.repeat(9)}${end.repeat(40)}`;
    const cut = { zh: [], en: [...EN.notMet, long('and the moon is made of cheese ')] };
    expect(told({ zh: [], en: [...EN.met, long('yet whatever you do, ring him ')] }, cut)).toContain(
      'error examples_contradict check.notMet.en',
    );
    const alike = { zh: [], en: [...EN.notMet, 'You cannot cancel free until Friday.'] };
    expect(told({ zh: [], en: EN.met }, alike)).toContain('warning examples_alike check.notMet.en');
    const [first] = found({ met: { zh: [], en: EN.met }, notMet: alike }).filter(
      ({ code }) => code === 'examples_alike',
    );
    expect(first!.what.en).toContain('“You can cancel free until Friday.” meets the item and “You cannot');
  });
});
