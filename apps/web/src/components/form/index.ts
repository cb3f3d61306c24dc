/** Every dialog with a form is loaded together, when the first is opened (`../dialogs.ts`). */
export { FormDialog } from './form-dialog.js';
export { GiveUpDialog } from './give-up-dialog.js';
export { NameDialog } from './name-dialog.js';
export { ReasonDialog } from './reason-dialog.js';
