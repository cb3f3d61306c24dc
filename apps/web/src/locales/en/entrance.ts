/** What is said before sign-in: this small file alone is loaded then. */
export * from './shell.js';
