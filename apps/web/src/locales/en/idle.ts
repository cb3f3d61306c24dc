export const idle = {
  looksOn: 'No one used the page for a while: the list stays up to date, and anything else asks for signing in.',
  locksSoon: 'No one uses the page: it locks within a minute. Move the pointer or press a key to go on.',
};
