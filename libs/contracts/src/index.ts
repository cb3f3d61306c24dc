export * from './language.js';
export * from './scoring.js';
export * from './transcript.js';
