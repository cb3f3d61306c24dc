/** What screens use of this lib: pure and fit for a browser with all that it imports, types included. */
export * from './sentences/index.js';
