import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type ChecklistDraftDefinition, type ChecklistDraftView } from '#contracts';
import { forgetDraftsOf } from '../../data/kept-drafts.js';
import { findEdits, forgetEdits, keepEdits, newPlace, settleEdits } from './kept-edits.js';

const draft = (clause: string): ChecklistDraftDefinition => ({
  ...{ format: 'shouwen.checklist/1', id: 'inbound', title: { zh: '呼入', en: 'Inbound' } },
  ...{ requiredCoverage: 0.8, minimumWords: { zh: 20, en: 14 } },
  judges: { directions: ['inbound'], main: false, appliesWhen: [] },
  sections: [
    {
      ...{ id: 'opening', title: { zh: '开场', en: 'Opening' } },
      items: [
        {
          ...{ id: 'opening.hello', title: { zh: '问候', en: 'Greeting' }, weight: 10, critical: false, clause },
          check: { kind: 'human', ask: { zh: '问候', en: 'Greeting' } },
        },
      ],
    },
  ],
});
const view = (revision: number, definition: ChecklistDraftDefinition, updatedAt = `at ${revision}`) =>
  ({ checklistId: 'inbound', revision, updatedAt, definition }) as ChecklistDraftView;
const open = view(3, draft('on the server'));

/** What of the browser's storage is used: its entries are its own properties. */
beforeEach(() => {
  const storage = Object.defineProperties({} as Record<string, string>, {
    getItem: { value: (key: string) => storage[key] ?? null },
    setItem: { value: (key: string, text: string) => void (storage[key] = text) },
    removeItem: { value: (key: string) => void delete storage[key] },
  });
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

it('goes on with what was written while a save was under way and its screen was left', () => {
  const key = newPlace('li', 'inbound');
  keepEdits(key, open, draft('typed later'));
  const saved = view(4, draft('saved'));
  settleEdits(key, draft('saved'), saved);
  expect(findEdits('li', saved).mine).toMatchObject({ key, revision: 4, definition: draft('typed later') });
  settleEdits(key, draft('typed later'), view(5, draft('typed later')));
  expect(findEdits('li', view(5, draft('typed later')))).toEqual({ mine: null, others: [] });
});

it('never goes on in a draft that was discarded and begun again, though its revision is the same', () => {
  keepEdits(newPlace('li', 'inbound'), view(1, draft('old')), draft('mine'));
  const { mine, others } = findEdits('li', view(1, draft('new'), 'a later time'));
  expect(mine).toBeNull();
  expect(others).toMatchObject([{ definition: draft('mine') }]);
});

it('keeps what other tabs and earlier visits left, until it is thrown away', () => {
  const [here, before] = [newPlace('li', 'inbound'), newPlace('li', 'inbound')];
  keepEdits(before, view(2, draft('long ago')), draft('left behind'));
  keepEdits(here, open, draft('here'));
  keepEdits(newPlace('wang', 'inbound'), open, draft('of another person'));
  settleEdits(here, draft('here'), view(4, draft('here')));
  const { mine, others } = findEdits('li', view(4, draft('here')));
  expect([mine, others.map(({ key }) => key)]).toEqual([null, [before]]);
  forgetEdits(before);
  expect(findEdits('li', open)).toEqual({ mine: null, others: [] });
});

it('goes when its account signs out, also for an editor that is taken down afterwards, and stays another account’s', () => {
  const here = newPlace('li', 'inbound');
  keepEdits(here, open, draft('mine'));
  keepEdits(newPlace('li', 'complaint'), open, draft('of another checklist'));
  keepEdits(newPlace('wang', 'inbound'), open, draft('of another account'));
  forgetDraftsOf('li');
  keepEdits(here, open, draft('when it is taken down'));
  expect(Object.keys(localStorage)).toEqual([expect.stringContaining('wang')]);
  expect(findEdits('li', open)).toEqual({ mine: null, others: [] });
  keepEdits(newPlace('li', 'inbound'), open, draft('signed in again'));
  expect(Object.keys(localStorage)).toHaveLength(2);
});
