import Sequencer from '@jest/test-sequencer';

/** Files of these kinds run for minutes, those of the others for seconds: begun first, they leave no worker idle at the end. */
const LONG = ['production', 'journey', 'browser', 'integration', 'unit'];

/** Jest's order on a machine that has no timings of an earlier run: long kinds first, within a kind what Jest would do. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => LONG.indexOf(context.config.displayName?.name);
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
