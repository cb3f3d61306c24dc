/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export {
  kindsToldTo,
  mustBeTold,
  noticeOf,
  NOTIFICATIONS,
  type NotificationKind,
} from './kinds/notifications.rules.js';
export { notificationsRefusals } from './refusals.js';
export { DISK_WORDS } from './words/alarm-words.rules.js';
