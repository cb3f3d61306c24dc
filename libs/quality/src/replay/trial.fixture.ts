import { type Checklist } from '#contracts';

const both = (text: string) => ({ zh: `${text}（中）`, en: text });

/**
 * A checklist of which every kind of verdict is sure: a fact, a phrase of the company's own name, and an item for a person. It judges inbound
 * calls, as the main one.
 */
export const TRIAL: Checklist = {
  format: 'shouwen.checklist/1',
  id: 'trial',
  version: 1,
  title: both('Trial'),
  judges: { directions: ['inbound'], main: true, appliesWhen: [] },
  requiredCoverage: 0.5,
  criticalFailure: 'section',
  minimumWords: { zh: 0, en: 0 },
  sections: [
    {
      id: 'all',
      title: both('All'),
      items: [
        item('answer.three_rings', 4, { kind: 'timing', fact: 'ringSeconds', beforeRing: 4 }),
        item('greeting.company', 3, { kind: 'phrase', lookFor: ['company_profile'] }),
        item('manner.kindness', 3, { kind: 'human', ask: both('Was the agent kind?') }),
      ],
    },
  ],
};

function item(id: string, weight: number, check: Checklist['sections'][number]['items'][number]['check']) {
  return { id, title: both(id), weight, critical: false as const, clause: 'P1 §1', appliesWhen: [], check };
}

/** The same with other contents of one item, under a version. */
export function changedTrial(
  version: number,
  itemId: string,
  check: { kind: string; [more: string]: unknown },
): Checklist {
  const sections = TRIAL.sections.map((section) => ({
    ...section,
    items: section.items.map((one) => (one.id === itemId ? { ...one, check } : one)),
  }));
  return { ...TRIAL, version, sections };
}
