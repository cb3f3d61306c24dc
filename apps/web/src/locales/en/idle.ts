export const idle = {
  looksOn: 'The page has been idle for a while. This list is still updated; sign in again to do anything else.',
  locksSoon: 'No one uses the page: it locks within a minute. Move the pointer or press a key to go on.',
};
