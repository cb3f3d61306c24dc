import { plainText } from './plain-text.js';
import { writtenFiltersSchema } from './http/views.js';

it('keeps writing in both directions, and takes out what turns it', () => {
  expect(plainText().parse('Refund \u202Egpj.exe\u2069')).toBe('Refund gpj.exe');
  expect(plainText().trim().min(1).safeParse('\u2066 \u2069').success).toBe(false);
  expect(plainText().parse('שלום 您好')).toBe('שלום 您好');
});

it('names the filter that cannot be read', () => {
  const { error } = writtenFiltersSchema.safeParse({ from: '2026-11-01', team: 'x', direction: 'sideways' });
  expect(error?.issues.map(({ path }) => path)).toEqual([['team'], ['direction']]);
});
