import { z } from 'zod';
import { mailReasonSchema } from '../notifications.js';

const id = z.uuid();

/** What the journal says of mail: that somebody could not be told. */
export const mailEventSchemas = {
  'mail.given_up': z.object({ mailId: id, requestId: id.nullable(), personId: id, reason: mailReasonSchema }),
} as const;
