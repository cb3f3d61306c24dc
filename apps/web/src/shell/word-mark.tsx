import './word-mark.css';

export function WordMark() {
  return (
    <span className="word-mark">
      <b lang="zh">首问</b>
      <i />
      <span lang="en">Shouwen</span>
    </span>
  );
}
