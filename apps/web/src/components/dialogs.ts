import { parts } from './opened/part.js';

/** The dialogs with a form, loaded when the first of them is opened. */
export const { FormDialog, GiveUpDialog, NameDialog, ReasonDialog } = parts(() => import('./form/index.js'));
