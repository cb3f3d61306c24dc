/** A folder of recordings with what is known of them: read in the same way by the Upload screen and by `npm run import-folder`. */
export * from './csv-reading.rules.js';
export * from './decode-text.rules.js';
export * from './folder.rules.js';
export * from './manifest.rules.js';
export * from './metadata.rules.js';
export * from './name-pattern.rules.js';
export * from './start-time.rules.js';
