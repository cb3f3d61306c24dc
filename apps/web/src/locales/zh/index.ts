export * from './call.js';
export * from './calls.js';
export * from './journal.js';
export * from './reasons.js';
export * from './shell.js';
