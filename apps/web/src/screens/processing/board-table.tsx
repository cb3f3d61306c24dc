import type { ReactNode } from 'react';

export interface BoardColumn {
  name: string;
  /** Numbers stand right. */
  number?: boolean;
}

export interface BoardCell {
  content: ReactNode;
  /** Nothing to tell: left out where one row is a block (phone). */
  quiet?: boolean;
}

interface Props {
  title: string;
  columns: readonly BoardColumn[];
  rows: readonly { key: string; cells: readonly BoardCell[] }[];
  /** What stands in place of the rows when there are none. */
  none: string;
}

/** A table that becomes one block for each row where there is no room beside each other. */
export function BoardTable({ title, columns, rows, none }: Props) {
  return (
    <section className="board-part">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map(({ name, number }) => (
                <th key={name} scope="col" className={number ? 'number' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map(({ content, quiet }, i) => (
                  <td
                    key={columns[i]?.name}
                    data-label={columns[i]?.name}
                    className={`${columns[i]?.number ? 'number' : ''} ${quiet ? 'quiet' : ''}`}
                  >
                    {content}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
