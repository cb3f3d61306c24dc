import { openQueues } from '#platform';
import { findingsOf, type Check } from '../finding.js';

/** Where hints to the workers travel: in the database, or in Redis or Valkey, whose eviction policy and append-only file are looked at. */
export const queueCheck: Check = {
  name: 'queue',
  look: async (env) => {
    const queues = openQueues(env, 'shouwen-doctor');
    try {
      return findingsOf('queue', await queues.probe());
    } finally {
      await queues.close();
    }
  },
};
