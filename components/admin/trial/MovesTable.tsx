import { STANDINGS, type Moves, type MoveSums } from '../../../lib/core/trial/tally.ts';
import { Icon } from '../../ui/Icon.tsx';
import { STANDING_ICONS } from '../../card/Hero.tsx';
import { STANDING_KEYS } from '../../card/labels.ts';
import type { Standing } from '../../../lib/core/assessment.ts';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly moves: Moves;
  readonly sums: MoveSums;
  readonly say: Say;
}

/** How many deals go from which standing to which. It adds up: what stays as it is has a line, and so has the sum. */
export function MovesTable({ moves, sums, say }: Props) {
  const { t, fmt } = say;
  const all = STANDINGS.flatMap((from) =>
    STANDINGS.map((to) => ({ from, to, n: moves[from][to] })),
  );
  const moved = all.filter(({ from, to, n }) => from !== to && n > 0);
  const stayed = all.filter(({ from, to, n }) => from === to && n > 0);
  return (
    <table className="tr-table tr-moves">
      <caption className="ds-hidden">{t('trial_moves_title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trial_now')}</th>
          <th scope="col">{t('trial_draft')}</th>
          <th scope="col" className="tr-number">
            {t('trial_deals')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ from, to, n }) => (
          <tr key={`${from} ${to}`}>
            <td>
              <StandingName standing={from} say={say} />
            </td>
            <td>
              <StandingName standing={to} say={say} />
            </td>
            <td className="tr-number">{fmt.number(n)}</td>
          </tr>
        ))}
      </tbody>
      <tbody className="tr-stay">
        {stayed.map(({ from, n }) => (
          <tr key={from}>
            <td>
              <StandingName standing={from} say={say} />
            </td>
            <td>{t('trial_same')}</td>
            <td className="tr-number">{fmt.number(n)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('trial_together')}
          </th>
          <td className="tr-number">{fmt.number(sums.deals)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A standing with its shape. */
export function StandingName({
  standing,
  say,
}: {
  readonly standing: Standing;
  readonly say: Say;
}) {
  return (
    <span className={`tr-standing ds-tone-${standing}`}>
      <Icon name={STANDING_ICONS[standing]} />
      {say.t(STANDING_KEYS[standing])}
    </span>
  );
}
