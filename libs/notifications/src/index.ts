export { MailDrain, MAILBOX_ID } from './mail/mail-drain.service.js';
export { MailRow } from './mail/mail.entity.js';
export { MailSender } from './mail/mail-sender.js';
export { MailSweep } from './mail/mail-sweep.js';
export { Mailer } from './mail/mailer.js';
export { NotificationsModule } from './notifications.module.js';
export { Notification } from './told/notification.entity.js';
export { TOLD_CHANNEL, writeNotifications } from './told/write-notifications.js';
