export * from './call.js';
export * from './calls.js';
export * from './journal.js';
export * from './processing.js';
export * from './reasons.js';
export * from './shell.js';
