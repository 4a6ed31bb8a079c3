import { Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { MatchedGroup, MonthMatch } from "../../actions/newMonth/matchMonth";
import { monthWords } from "../../text/month/monthWords";
import { CellLink } from "../shell/CellLink";
import { Disclosure } from "../shell/Disclosure";
import { useFigureTable } from "../changes/useFigureTable";
import { useFigures, usePaneLanguage } from "../words";

export interface MatchTableProps {
  readonly match: MonthMatch;
  readonly onShow: (cell: string) => void;
}

/** How many clients matched, are new and are gone, with what they are worth, and the largest of those who came and went. */
export function MatchTable({ match, onShow }: MatchTableProps): ReactElement {
  const styles = useFigureTable();
  const words = monthWords(usePaneLanguage());
  const { count, amount } = useFigures();
  const { matched, entered, gone, valueColumn, formerTable } = match;
  const worth = (value: number | null): string => (value === null ? words.unknown : amount(value));
  const knowsBefore = formerTable !== null && valueColumn !== null;
  const lines = [
    { kind: words.kinds.matched, customers: matched.customers, now: matched.amount, before: matched.before },
    { kind: words.kinds.entered, customers: entered.customers, now: entered.amount, before: null },
    { kind: words.kinds.gone, customers: gone.customers, now: null, before: gone.amount },
  ];
  return (
    <>
      <table className={styles.table} aria-label={words.title}>
        <thead>
          <tr>
            <td />
            <th scope="col" className={styles.number}>
              {words.clients}
            </th>
            {valueColumn !== null && <th scope="col">{words.now(valueColumn)}</th>}
            {knowsBefore && <th scope="col">{words.before(match.formerDate)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, customers, now, before }) => (
            <tr key={kind}>
              <th scope="row" className={styles.number}>
                {kind}
              </th>
              <td className={styles.number}>{count(customers)}</td>
              {valueColumn !== null && <td className={styles.number}>{worth(now)}</td>}
              {knowsBefore && <td className={styles.number}>{worth(before)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {match.goneFrom.map(({ segmentation, from }) =>
        from.length === 0 ? null : (
          <Caption1 key={segmentation}>
            {words.goneFrom(
              segmentation,
              from.map(({ name, customers }) => [name ?? words.notClassified, customers] as const),
            )}
          </Caption1>
        ),
      )}
      {gone.customers > 0 && formerTable === null && <Caption1>{words.goneUnknown}</Caption1>}
      {(["entered", "gone"] as const).map((kind) => (
        <Largest
          key={kind}
          title={words.largest[kind](match[kind].largest.length)}
          group={match[kind]}
          onShow={onShow}
        />
      ))}
    </>
  );
}

interface LargestProps {
  readonly title: string;
  readonly group: MatchedGroup;
  readonly onShow: (cell: string) => void;
}

function Largest({ title, group, onShow }: LargestProps): ReactElement | null {
  const styles = useFigureTable();
  const { amount } = useFigures();
  if (group.largest.length === 0) return null;
  return (
    <Disclosure title={title}>
      <table className={styles.table} aria-label={title}>
        <tbody>
          {group.largest.map((customer) => (
            <tr key={customer.cell}>
              <td>
                <CellLink cell={customer.cell} text={customer.key} onShow={onShow} />
              </td>
              <td className={styles.number}>{customer.amount === null ? "" : amount(customer.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
