import { z } from 'zod';
import { asGiven, inBoth, nameSchema } from './language.js';

const name = nameSchema(z.string().trim().max(8));

describe('a name that people give', () => {
  it('is taken in one language or in both, and kept in both', () => {
    expect(name.parse({ en: ' Lena ' })).toEqual({ zh: 'Lena', en: 'Lena' });
    expect(name.parse({ zh: '赵敏', en: '' })).toEqual({ zh: '赵敏', en: '赵敏' });
    expect(name.parse({ zh: '赵敏', en: 'Min Zhao' })).toEqual({ zh: '赵敏', en: 'Min Zhao' });
  });

  it('is refused where there is none, or too much of it', () => {
    expect(name.safeParse({ zh: ' ', en: '' }).success).toBe(false);
    expect(name.safeParse({}).success).toBe(false);
    expect(name.safeParse({ en: 'Maximiliane' }).success).toBe(false);
    expect(name.safeParse({ en: 'Lena', fr: 'Léna' }).success).toBe(false);
  });

  it('is offered once where it is the same in both, in the field of its script', () => {
    expect(asGiven(inBoth({ zh: '', en: 'Lena' }))).toEqual({ zh: '', en: 'Lena' });
    expect(asGiven(inBoth({ zh: '赵敏', en: '' }))).toEqual({ zh: '赵敏', en: '' });
    expect(asGiven({ zh: '赵敏', en: 'Min Zhao' })).toEqual({ zh: '赵敏', en: 'Min Zhao' });
  });
});
