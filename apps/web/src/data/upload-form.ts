import { uploadRoutes } from '#contracts';
import { UPLOAD_FORM } from './areas.js';
import { useRead } from './queries.js';

/** What uploads begin with, and people for whom one may send calls in, by part of a name or of a staff number. */
export const useUploadForm = (q = '') =>
  useRead([...UPLOAD_FORM, q], uploadRoutes.form, { query: { q } }, { placeholderData: (before) => before });
