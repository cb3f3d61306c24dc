import StepHandler, { type StepHandlerProps } from '@rc-component/input-number/es/StepHandler.js';

/** The arrows of a number's field, for the mouse: the field itself is stepped by keys, and theirs have English names that no setting changes. */
export default function QuietSteps(props: StepHandlerProps) {
  return (
    <span aria-hidden style={{ display: 'contents' }}>
      <StepHandler {...props} />
    </span>
  );
}
