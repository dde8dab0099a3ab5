import type { PickedField } from '../../lib/app/picker-model.ts';
import { FIELD_KEYS } from '../card/labels.ts';
import { Button } from '../ui/Button.tsx';
import { asksAbout, OneAsk } from './Asks.tsx';
import { factWords } from './fact-words.ts';
import type { PanelProps } from './PickerPanel.tsx';

/** The first deal: the fields, one after the other. */
export function PointStep({ view, actions, say }: PanelProps) {
  const { t } = say;
  const pointed = view.fields.filter(({ shown, form }) => shown || form);
  const named = pointed.some(({ field }) => field === 'name');
  const enough = named && pointed.length > 1;
  return (
    <>
      <p className="ds-pick-text ds-section">{t('picker_intro')}</p>
      <ul className="ds-pick-fields">
        {view.fields.map((one) => (
          <Field key={one.field} one={one} {...{ view, actions, say }} />
        ))}
      </ul>
      <div className="ds-section ds-pick-text">
        <p className="ds-quiet">{t('picker_form_hint')}</p>
        <div className="ds-actions">
          <Button look="main" busy={!enough} onClick={actions.trySecond}>
            {t('picker_second')}
          </Button>
        </div>
        {!enough && <p className="ds-quiet">{t('picker_enough')}</p>}
      </div>
    </>
  );
}

function Field({ one, view, actions, say }: PanelProps & { readonly one: PickedField }) {
  const { t, fmt } = say;
  const { field } = one;
  const label = fmt.capital(t(FIELD_KEYS[field]));
  const armed = view.armed === field;
  const pointed = one.shown || one.form;
  return (
    <li className={armed ? 'ds-pick-field ds-pick-armed' : 'ds-pick-field'} data-field={field}>
      <div className="ds-pick-row">
        <p className="ds-name">
          {label}
          {one.shown && <span className="ds-pick-tag">{t('picker_tag_shown')}</span>}
          {one.form && <span className="ds-pick-tag">{t('picker_tag_form')}</span>}
        </p>
        {armed ? (
          <Button onClick={actions.disarm}>{t('picker_leave')}</Button>
        ) : (
          <Button
            aria-label={t('picker_point_at', [label])}
            onClick={() => {
              actions.arm(field);
            }}
          >
            {t(pointed ? 'picker_again' : 'picker_point')}
          </Button>
        )}
      </div>
      {armed ? <p>{t('picker_armed')}</p> : <Value {...{ one, actions, say, label }} />}
      {!armed &&
        asksAbout(one, view.asks).map((ask) => (
          <OneAsk key={ask.kind} ask={ask} {...{ view, actions, say }} />
        ))}
    </li>
  );
}

interface ValueProps extends Pick<PanelProps, 'actions' | 'say'> {
  readonly one: PickedField;
  readonly label: string;
}

/** What was read; or that this CRM does not have the field, which has to be said once. */
function Value({ one, actions, say, label }: ValueProps) {
  const { t } = say;
  const { field, fact, skipped } = one;
  if (fact) {
    const bad = fact.is === 'unknown' && fact.reason !== 'not-on-page';
    return <p className={bad ? 'ds-pick-bad' : 'ds-pick-value'}>{factWords(field, fact, say)}</p>;
  }
  if (field === 'name') return <p className="ds-quiet">{t('picker_needed')}</p>;
  return (
    <Button
      look="quiet"
      aria-pressed={skipped}
      aria-label={t('picker_skip_field', [label])}
      onClick={() => {
        actions.skip(field, !skipped);
      }}
    >
      {t(skipped ? 'picker_skipped' : 'picker_skip')}
    </Button>
  );
}
