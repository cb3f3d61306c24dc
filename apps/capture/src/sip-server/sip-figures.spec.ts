import { SipFigures } from './sip-figures.js';

it('knows the addresses that were met last, and no more than a house has', () => {
  const figures = new SipFigures();
  for (let n = 0; n < 1200; n++) figures.peer(`10.0.${n >> 8}.${n & 255}`);
  figures.peer('192.0.2.1').sessions += 1;
  expect([figures.peers.size, figures.peers.get('192.0.2.1')?.sessions]).toEqual([1000, 1]);
});
