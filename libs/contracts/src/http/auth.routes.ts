import { z } from 'zod';
import { languageSchema } from '../language.js';
import { loginRequestSchema, meSchema } from './auth.js';
import { defineRoutes, get, post, put } from './route.js';

export const languageBodySchema = z.object({ language: languageSchema }).strict();

export const authRoutes = defineRoutes('auth', 'auth', {
  login: post('/api/v1/auth/login', {
    summary: 'Signs in and sets the session’s cookie',
    description:
      'The session that the browser had until now ends. Where the account has a second factor, the new one owes it (`pending`) and ends after five minutes.',
    access: { public: true, guess: true },
    body: loginRequestSchema,
    answer: meSchema,
    refusals: ['sign_in_delayed', 'wrong_credentials'],
  }),
  logout: post('/api/v1/auth/logout', {
    summary: 'Ends the session on the server, even if the browser keeps its cookie',
    access: { signedIn: true, whilePending: true, whileIdle: true },
  }),
  me: get('/api/v1/auth/me', {
    summary: 'Who is signed in, and what the account may do',
    access: { signedIn: true, whilePending: true, whileIdle: true },
    answer: meSchema,
  }),
  chooseLanguage: put('/api/v1/auth/me/language', {
    summary: 'Keeps the language that the screens speak to this account',
    access: { signedIn: true, whilePending: true },
    body: languageBodySchema,
    answer: meSchema,
  }),
});

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
