import { parts } from './opened/part.js';

/** Forms of dialogs and of pages, loaded when the first of them is drawn. */
export const { FormDialog, FormPart, FormRow, GiveUpDialog, NameDialog, ReasonDialog } = parts(
  () => import('./form/form-dialog.js'),
);
