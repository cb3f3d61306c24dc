import { z } from 'zod';
import { mailReasonSchema } from '../report-mail.js';
import { event } from './event.js';

const id = z.uuid();

/** What the journal says of mail: that a person could not be told. */
export const mailEvents = {
  'mail.given_up': event('一封邮件未能送达', 'A mail could not be delivered', {
    mailId: id,
    requestId: id.nullable(),
    personId: id,
    reason: mailReasonSchema,
  }),
};
