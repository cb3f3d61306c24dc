export const told = {
  title: 'Notifications',
  none: 'You have had no notifications in the last ninety days.',
  loading: 'Loading notifications',
  readAll: 'Mark all as read',
  more: 'Earlier notifications',
  unread: ', unread',
  bell_one: '{{count}} unread',
  bell_other: '{{count}} unread',
  bellNone: 'No new notifications',
};
