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
