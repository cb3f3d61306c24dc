/** What single screens say: it is loaded with the first of them, so that all others are lighter. */
export * from './best-calls.js';
export * from './coaching-page.js';
export * from './calibrations.js';
export * from './checklists.js';
export * from './data-requests.js';
export * from './help.js';
export * from './integrations.js';
export * from './progress.js';
export * from './report-mail.js';
export * from './reports.js';
export * from './sampling.js';
export * from './trust.js';
export * from './told-settings.js';
export * from './recertification.js';
export * from './ways-in.js';
export * from './sign-in-rules.js';
export * from './provisioning.js';
