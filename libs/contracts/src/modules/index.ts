/** Every module, a line each: what of it routes, journal, tokens and boards know, also while it is off. */
export * from './recertification.js';
export * from './scim.js';
