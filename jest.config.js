import { patient } from './tools/patience.mjs';

/** One project per kind of test: the name of a file says how fast it is and what it needs. */
const shared = {
  rootDir: import.meta.dirname,
  runtime: '<rootDir>/test/support/modules/runtime.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testEnvironment: '<rootDir>/test/support/modules/environment.cjs',
};

/** Real services: one throw-away PostgreSQL for the run. */
const withPostgres = {
  ...shared,
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
};

/**
 * `npm run test:deep` runs everything. Without it the suite leaves out, to be short enough to be run before every merge, what other files find
 * as well. Beside each stands which do.
 */
const deep = process.env.SHOUWEN_TEST_DEEP === '1';
const unlessDeep = (...patterns) => (deep ? [] : patterns);

/**
 * Screens that `every-screen.browser` opens in every run, in both languages and themes, with axe, and whose answers and refusals an integration
 * test holds. Run the file of a screen that you change (`npx jest --selectProjects browser --runTestsByPath FILE`).
 */
const WALKED_IN_EVERY_RUN = [
  ...['absence', 'account', 'company', 'first-run', 'integrations', 'one-desk', 'sign-in'],
  ...['audit', 'corrections', 'grants', 'processing', 'retention'],
  ...['calibration', 'coaching', 'promises', 'rescore', 'sampling'],
  ...['finding', 'report-mail', 'reports'],
  ...['sound', 'speakers', 'telephone-calls', 'upload', 'whole-calls'],
  ...['checklists', 'items-from-examples', 'legal', 'queue-teams', 'recertification', 'redaction', 'sources'],
  // Home of every role is walked; what it shows, home.int-spec. Of two legs: two-legs.int-spec and the corrections.
  ...['home', 'completeness', 'two-legs'],
  // A call while it goes on, as its agent and a supervisor have it: siprec and listening journeys, and the int-specs of live calls.
  ...['listening', 'live-words', 'my-call'],
];

export default {
  reporters: ['default', `${import.meta.dirname}/tools/test-times.mjs`],
  testSequencer: `${import.meta.dirname}/test/support/longest-first.mjs`,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,measure,test,tools}/**/*.spec.ts'] },
    {
      ...withPostgres,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs,measure,test,tools}/**/*.int-spec.ts'],
      testPathIgnorePatterns: unlessDeep(
        'big-list.int-spec',
        // How well the recogniser hears is what `npm run eval:asr` measures; a side in its own language: faster-whisper.int-spec.
        'eval-asr/mixed-call.int-spec',
        // Two people on one channel, told apart from their sound: how well is what `npm run eval:spoken` measures; the rules have specs.
        ...['speakers/tell-apart.int-spec', 'score/score-folder.int-spec'],
        // Servers of other makers, against which the stubs of model-scorer.int-spec, engine-contract.int-spec and siprec.journey are held.
        ...['model-scorer/real-server.int-spec', 'openai/real-servers.int-spec', 'sip-server/real-peers.int-spec'],
      ),
    },
    {
      ...withPostgres,
      displayName: 'journey',
      testMatch: ['<rootDir>/test/journey/**/*.journey.ts'],
      testPathIgnorePatterns: unlessDeep(
        'journey/vault-killed',
        // Its commands one by one: keys, backup, verify-journal and verify-certificate specs. Restored and verified offline: the day.
        'journey/vault-commands',
        // The same on the production profile, which has a queue and a bucket to look into besides.
        'journey/canary',
        // A recogniser that hears samples and a real call whole: faster-whisper.int-spec hears one of each language, the day all stages.
        ...['journey/samples', 'journey/real-call'],
        // Sockets, deliveries and certificates across processes: the int-specs of live, webhooks and S3, and two-of-each.
        ...['journey/live', 'journey/webhooks', 'journey/private-ca'],
        // The specs of words that came along and of scores (planted faults say which).
        'journey/totals',
      ),
    },
    {
      ...withPostgres,
      displayName: 'production',
      testMatch: ['<rootDir>/test/journey/**/*.journey.ts', '<rootDir>/test/production/**/*.journey.ts'],
      // The bundled server's commands and folders.
      testPathIgnorePatterns: [
        // The bundled server's commands and folders.
        ...['journey/vault-', 'journey/starts', 'journey/upgrade', 'journey/private-ca'],
        // On a house in the test's own process, which has no profile.
        ...['journey/siprec', 'journey/listening'],
        ...unlessDeep('journey/webhooks', 'journey/live', 'journey/real-call', 'journey/killed', 'journey/samples'),
        ...unlessDeep('journey/totals'),
        ...unlessDeep('production/killed-servers'),
      ],
      globals: { SHOUWEN_TEST_PROFILE: 'production' },
    },
    {
      ...withPostgres,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
      testPathIgnorePatterns: unlessDeep(
        'browser/tour',
        ...WALKED_IN_EVERY_RUN.map((name) => `browser/${name}.browser`),
      ),
    },
  ],
  /** Ends a test that hangs. Speed is not judged here: beside two other files on two cores, recognising speech takes many times its own time. */
  testTimeout: patient(240_000),
};
