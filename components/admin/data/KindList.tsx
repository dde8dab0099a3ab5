import { KINDS, type Amount } from '../../../lib/app/admin/data-model.ts';
import type { Say } from '../../options/say.ts';
import type { DataProps } from './DataScreen.tsx';
import { KIND_KEYS } from './kind-words.ts';
import { sizeText } from './size.ts';

/** "about 2.1 MB · since 4 Jun 2026" */
export function amountText({ bytes, since }: Amount, { t, fmt }: Say): string {
  const size = t('data_about', [sizeText(bytes, fmt.locale)]);
  return since === null ? size : `${size} · ${t('data_since', [fmt.date(since)])}`;
}

/** Everything that is kept, by its kind, in plain words. */
export function KindList({ desk, view }: DataProps) {
  const { say } = desk;
  const { t, fmt } = say;
  const { room, summary } = view;
  const some = KINDS.filter((kind) => summary.kinds[kind].count > 0);
  const none = KINDS.filter((kind) => summary.kinds[kind].count === 0);
  return (
    <div className="op-panel op-rows">
      {some.length === 0 && <p>{t('data_nothing')}</p>}
      <ul className="op-flush">
        {some.map((kind) => (
          <li key={kind} className="op-row dt-kind">
            <div>
              <p className="op-strong">{t(KIND_KEYS[kind].name)}</p>
              <p className="op-small">{t(KIND_KEYS[kind].what)}</p>
            </div>
            <div className="dt-amount">
              <p className="dt-count">{fmt.number(summary.kinds[kind].count)}</p>
              <p className="op-small">{amountText(summary.kinds[kind], say)}</p>
            </div>
          </li>
        ))}
      </ul>
      {some.length > 0 && none.length > 0 && (
        <p className="op-small dt-none">
          {t('data_none_of', [fmt.list(none.map((kind) => t(KIND_KEYS[kind].name)))])}
        </p>
      )}
      {room && (
        <p className="op-small dt-room">
          {t('data_room', [sizeText(room.used, fmt.locale), sizeText(room.all, fmt.locale)])}
        </p>
      )}
    </div>
  );
}
