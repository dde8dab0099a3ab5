import type { EarlierVersion } from '../../lib/app/options-model.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import type { Desk } from './desk.ts';
import { Proposal } from './Proposal.tsx';

/** The versions before the one in force, folded. Any of them can come back. */
export function Earlier({ desk }: { readonly desk: Desk }) {
  const { view, say } = desk;
  return (
    <Disclosure summary={say.t('options_earlier', view.earlier.length)} className="op-fold">
      <ul className="op-rows">
        {view.earlier.map((version) => (
          <Row key={version.seq ?? 'starter'} version={version} desk={desk} />
        ))}
      </ul>
    </Disclosure>
  );
}

interface RowProps {
  readonly version: EarlierVersion;
  readonly desk: Desk;
}

function Row({ version: { seq, version, name, day }, desk }: RowProps) {
  const { actions, say, view } = desk;
  const { t, fmt } = say;
  const when =
    day === null ? t('options_earlier_starter') : t('options_earlier_day', [fmt.date(day)]);
  return (
    <li className="op-row">
      <div className="op-row-text">
        <p className="op-strong">
          {name ? fmt.text(name) : t('options_earlier_unnamed')}{' '}
          <span className="op-tag">{t('options_version', [version])}</span>
        </p>
        <p className="op-small">{when}</p>
      </div>
      <Proposal
        desk={desk}
        place={`back:${seq ?? 'starter'}`}
        label={t('options_back', [version])}
        title={t('options_back_title', [version, view.next])}
        note={t('options_back_note')}
        load={() => actions.earlier(seq)}
        publish={() => actions.goBack(seq)}
      />
    </li>
  );
}
