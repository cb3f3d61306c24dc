import { CaptureClock } from './capture-clock.js';

it('goes on evenly when the clock on the wall is set, until no call runs', () => {
  let [wall, even] = [1_000_000, 50];
  const clock = new CaptureClock(
    () => wall,
    () => even,
  );
  [wall, even] = [9_000_000, 150];
  expect(clock.now()).toBe(1_000_100);
  clock.set();
  expect(clock.date()).toEqual(new Date(9_000_000));
});
