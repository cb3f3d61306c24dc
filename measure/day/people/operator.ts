import { type Day } from '../day.js';
import { type Appointment } from '../week.js';

/** Who looks after the machine: stops the product, and meets a power cut. */
export const operator: readonly Appointment[] = [
  {
    at: 'mon 12:20',
    who: 'operator',
    what: 'stops the product as a service manager does, and starts it again',
    do: restart,
  },
  { at: 'mon 20:30', who: 'operator', what: 'loses every process at once, and starts the product again', do: powerCut },
];

const STOPS_WITHIN_MS = 15_000;

async function restart(day: Day): Promise<void> {
  const began = performance.now();
  await day.provoke('stopped', () => day.installation.stop());
  const took = performance.now() - began;
  await day.installation.start();
  if (took > STOPS_WITHIN_MS) throw new Error(`stopping took ${(took / 1000).toFixed(1)} s`);
}

async function powerCut(day: Day): Promise<void> {
  await day.provoke('killed', async () => {
    await day.installation.kill();
    await day.installation.start();
  });
}
