import { scimModule } from '#contracts';
import { type Module } from '../src/module.js';

/** Takes people and groups as a company's directory keeps them (docs/decisions/0098). What it makes is kept by `libs/people`. */
export const scim = {
  words: scimModule,
  tables: [],
  handlers: async () => [(await import('./api/handlers.js')).provisioningHandlers],
  serve: async (fastify, app) => (await import('./api/scim.plugin.js')).serveScim(fastify, app),
  schedules: [],
  refusals: {},
} satisfies Module;
