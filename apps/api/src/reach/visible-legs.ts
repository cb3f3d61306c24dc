export { Parameters, resultShown, visibleLegs } from '#calls';
