export { Parameters, visibleLegs } from '#calls';
