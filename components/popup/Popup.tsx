import type { MessageKey } from '../../lib/app/words.ts';
import type { PopupState } from '../../lib/app/popup.ts';

/** Puts one of the popup's messages into words. */
export type PopupWords = (
  key: Extract<MessageKey, `popup_${string}`>,
  substitutions?: readonly string[],
) => string;

export interface PopupProps {
  readonly state: PopupState;
  /** What the last press came to, when it came to nothing. */
  readonly failed: 'use' | 'stop' | null;
  readonly t: PopupWords;
  readonly locale: string;
  readonly onUse: () => void;
  readonly onStop: () => void;
}

/** What the toolbar button shows where no deal is open. */
export function Popup(props: PopupProps) {
  return (
    <main className="ds-popup">
      <h1>Dealside</h1>
      <Body {...props} />
      <p className="ds-popup-foot">
        <a href="/options.html" target="_blank" rel="noreferrer">
          {props.t('popup_settings')}
        </a>
      </p>
    </main>
  );
}

function Body({ state, failed, t, locale, onUse, onStop }: PopupProps) {
  switch (state.kind) {
    case 'looking':
      return <p aria-busy="true">{t('popup_looking')}</p>;
    case 'offer':
      return (
        <>
          <p>{t('popup_offer', [state.crm])}</p>
          <button type="button" className="ds-popup-main" onClick={onUse}>
            {t('popup_use', [state.host])}
          </button>
          <p className="ds-popup-note">{t('popup_use_note', [state.host])}</p>
          <Failure text={failed === 'use' ? t('popup_refused', [state.host]) : undefined} />
        </>
      );
    case 'on':
    case 'held':
      return (
        <>
          {state.kind === 'held' && <p>{t('popup_held', [dayIn(locale, state.from)])}</p>}
          {state.kind === 'on' && <p>{t('popup_on', [state.host])}</p>}
          <p className="ds-popup-note">
            {t(state.kind === 'held' ? 'popup_held_hint' : 'popup_on_hint')}
          </p>
          <button type="button" onClick={onStop}>
            {t('popup_stop', [state.host])}
          </button>
          <Failure text={failed === 'stop' ? t('popup_stop_failed') : undefined} />
        </>
      );
    case 'elsewhere': {
      const lists = new Intl.ListFormat(locale, { type: 'disjunction' });
      const crms = lists.format([...state.crms, t('popup_own')]);
      return (
        <>
          <p>{t('popup_elsewhere', [crms])}</p>
          <p className="ds-popup-note">{t('popup_own_note')}</p>
        </>
      );
    }
  }
}

/** "1 December 2026" for a day as YYYY-MM-DD. */
const dayIn = (locale: string, day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { dateStyle: 'long' });

/** Always in the page, so that a screen reader hears what comes into it. */
const Failure = ({ text }: { readonly text: string | undefined }) => <p role="status">{text}</p>;
