import { z } from 'zod';
import { defineRoutes, post } from './route.js';

export const leftAloneSchema = z.object({ looksOn: z.boolean() }).strict();

/** Whether a person is there (docs/decisions/0109). */
export const sessionUseRoutes = defineRoutes('sessionUse', 'auth', {
  used: post('/api/v1/auth/used', {
    summary: 'Says that a person uses the page, where what they do asks for nothing',
    description: 'At most once a minute: reading on, typing, listening.',
    access: { signedIn: true, whilePending: true },
  }),
  leftAlone: post('/api/v1/auth/left-alone', {
    summary: 'Says that no one used the page for the company’s idle time',
    description:
      'A page that shows a list without a word said in a call may look on (`looksOn`), where the company’s rules let it: the session is idle from now on, also where what its pages asked by themselves counted as use. Else it is over.',
    access: { signedIn: true, whilePending: true, whileIdle: true },
    body: leftAloneSchema,
  }),
});
