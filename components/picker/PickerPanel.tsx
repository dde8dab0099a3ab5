import { useEffect, useMemo, useRef, useState } from 'react';
import type { PickerActions, PickerView } from '../../lib/app/picker-model.ts';
import type { Words } from '../../lib/app/words.ts';
import { SAVE_FAULT_KEYS } from '../card/fault-words.ts';
import { createFormat } from '../card/format.ts';
import { FIELD_KEYS } from '../card/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { factWords, type Say } from './fact-words.ts';
import { PointStep } from './PointStep.tsx';
import { SecondStep } from './SecondStep.tsx';

export interface PanelProps {
  readonly view: PickerView;
  readonly actions: PickerActions;
  readonly say: Say;
}

interface Props {
  readonly view: PickerView;
  readonly actions: PickerActions;
  readonly t: Words;
  readonly locale: string;
}

const STEPS = { point: 1, second: 2, saved: 3 } as const;

/** The panel beside the deal whose fields are pointed at. */
export function PickerPanel({ view, actions, t, locale }: Props) {
  const say = useMemo<Say>(() => ({ t, fmt: createFormat(locale, '', t) }), [t, locale]);
  const [left, setLeft] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const { step } = view;
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, [step]);
  const saved = step === 'saved';
  // The card comes to the right once the definition is saved.
  const side = left || saved ? 'ds-pick ds-pick-left' : 'ds-pick';
  return (
    <div className="ds">
      <section ref={panel} className={side} aria-label={t('picker_label')} tabIndex={-1}>
        <div className="ds-bar">
          <h2 className="ds-pick-title">{t('picker_title')}</h2>
          <span className="ds-pick-step">{t('picker_step', [STEPS[step]])}</span>
          <Button
            look="icon"
            className="ds-pick-side"
            aria-label={t(left ? 'picker_move_right' : 'picker_move_left')}
            onClick={() => {
              setLeft(!left);
            }}
          >
            <span className={left ? 'ds-pick-right-icon' : 'ds-pick-left-icon'}>
              <Icon name="go" />
            </span>
          </Button>
          <Button
            look="icon"
            aria-label={t(saved ? 'picker_close' : 'picker_stop')}
            onClick={actions.stop}
          >
            <Icon name="close" />
          </Button>
        </div>
        <p role="status" className={said(view, say) === '' ? 'ds-hidden' : 'ds-pick-said'}>
          {said(view, say)}
        </p>
        <div className="ds-scroll">
          {step === 'point' && <PointStep {...{ view, actions, say }} />}
          {step === 'second' && <SecondStep {...{ view, actions, say }} />}
          {saved && <Saved {...{ view, actions, say }} />}
        </div>
      </section>
    </div>
  );
}

/** What came of the last press, in one line. */
function said({ said: what }: PickerView, say: Say): string {
  const { t, fmt } = say;
  switch (what?.kind) {
    case 'taken':
      return t('picker_taken', [
        fmt.capital(t(FIELD_KEYS[what.field])),
        factWords(what.field, what.fact, say),
      ]);
    case 'no-way':
      return t('picker_no_way');
    case 'left':
      return t('picker_left');
    case 'failed':
      return t(SAVE_FAULT_KEYS[what.fault]);
    case undefined:
      return '';
  }
}

function Saved({ view, actions, say: { t } }: PanelProps) {
  return (
    <div className="ds-section ds-pick-text">
      <p className="ds-name">{t('picker_saved', [view.draft.name])}</p>
      <p>{t('picker_saved_text')}</p>
      <div className="ds-actions">
        <Button look="main" onClick={actions.stop}>
          {t('picker_close')}
        </Button>
      </div>
    </div>
  );
}
