import { useId } from 'react';
import type { PickedField, Trial } from '../../lib/app/picker-model.ts';
import { FIELD_KEYS } from '../card/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Asks } from './Asks.tsx';
import { factWords } from './fact-words.ts';
import type { PanelProps } from './PickerPanel.tsx';

/** The second deal: what is read there stands beside the first, and only then can the definition be saved. */
export function SecondStep({ view, actions, say }: PanelProps) {
  const { t } = say;
  const { trial } = view;
  const tried = trial.kind === 'tried';
  return (
    <>
      <div className="ds-section ds-pick-text">
        <p>{t(tried ? 'picker_tried' : 'picker_open_other')}</p>
        {trial.kind === 'no-id' && <p className="ds-pick-bad">{t('picker_no_id')}</p>}
      </div>
      {tried && <Compared {...{ view, actions, say }} />}
      {tried && <Asks {...{ view, actions, say }} />}
      <div className="ds-section ds-pick-text">
        {tried && <Warnings trial={trial} say={say} />}
        {tried && trial.definition && <NameField {...{ view, actions, say }} />}
        <div className="ds-actions">
          {tried && trial.definition && (
            <Button look="main" busy={view.busy} onClick={actions.save}>
              {t('picker_save')}
            </Button>
          )}
          <Button onClick={actions.back}>{t('picker_back')}</Button>
        </div>
      </div>
    </>
  );
}

function Compared({ view, say }: PanelProps) {
  const { t, fmt } = say;
  const rows = view.fields.filter(({ shown, form }) => shown || form);
  const cell = ({ field }: PickedField, fact: PickedField['fact']): string =>
    fact === null ? '' : factWords(field, fact, say);
  return (
    <table className="ds-pick-table">
      <thead>
        <tr>
          <th scope="col">{t('picker_col_field')}</th>
          <th scope="col">{t('picker_col_first')}</th>
          <th scope="col">{t('picker_col_second')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.field} data-field={one.field}>
            <th scope="row">{fmt.capital(t(FIELD_KEYS[one.field]))}</th>
            <td>{cell(one, one.first)}</td>
            <td className={isBad(one) ? 'ds-pick-bad' : undefined}>{cell(one, one.fact)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isBad = ({ fact }: PickedField): boolean =>
  fact?.is === 'unknown' && fact.reason !== 'not-on-page';

type Tried = Extract<Trial, { readonly kind: 'tried' }>;

function Warnings({
  trial,
  say: { t },
}: {
  readonly trial: Tried;
  readonly say: PanelProps['say'];
}) {
  const lines = [
    ...(trial.allSame ? [t('picker_all_same')] : []),
    ...(trial.nameRead ? [] : [t('picker_no_name')]),
    ...(trial.unread > 0 ? [t('picker_unread', trial.unread)] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="ds-pick-warning">
          <Icon name="amber" />
          <span>{line}</span>
        </p>
      ))}
    </>
  );
}

function NameField({ view, actions, say: { t } }: PanelProps) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {t('picker_name')}
      </label>
      <input
        id={id}
        className="ds-input"
        maxLength={80}
        autoComplete="off"
        value={view.draft.name}
        onChange={(event) => {
          actions.write({ name: event.target.value });
        }}
      />
    </div>
  );
}
