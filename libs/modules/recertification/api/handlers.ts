import { recertificationRoutes } from '#contracts';
import { permissionsOf } from '#people';
import { csvFile, deciderOf, implement } from '#api';
import { RecertificationAnswering } from '../recertification-answering.service.js';
import { RecertificationSettingsDesk } from '../recertification-settings.service.js';
import { RecertificationFile } from './recertification-file.service.js';
import { RecertificationQuery } from './recertification.query.js';

/** It is asked on a schedule who still needs which role and standing grant. */
export const recertificationHandlers = implement(
  recertificationRoutes,
  [RecertificationQuery, RecertificationSettingsDesk, RecertificationAnswering, RecertificationFile],
  (recertificationQuery, settings, answers, files) => ({
    list: async ({ asker }) => ({
      settings: await settings.current(),
      rounds: await recertificationQuery.rounds(asker),
    }),
    set: async ({ asker, body }) => {
      await settings.set(body, asker.personId);
      return settings.current();
    },
    items: ({ asker, roundId, query }) => recertificationQuery.items(asker, roundId, query),
    answer: async ({ asker, body }) => {
      const removes = permissionsOf(asker.held).includes('people.manage');
      const by = deciderOf(asker, 'recertification.answer');
      await answers.answer(body, by, removes ? deciderOf(asker, 'people.manage') : null);
    },
    remove: ({ asker, itemId }) => answers.remove(itemId, deciderOf(asker, 'people.manage')),
    file: async ({ asker, roundId, query }) => {
      const language = query.exportLanguage ?? asker.language;
      return csvFile('recertification', await files.lines(asker, roundId, language));
    },
  }),
);
