import { useEffect, useState } from 'react';
import type { PopupState } from '../../lib/app/popup.ts';
import { Popup, type PopupProps, type PopupWords } from './Popup.tsx';

export interface PopupPanelProps {
  /** Looks at the page in front. */
  readonly look: () => Promise<PopupState>;
  /** Asks for the host; resolves with whether it was granted. */
  readonly use: () => Promise<boolean>;
  /** Gives the host back; resolves with whether it is gone. */
  readonly stop: () => Promise<boolean>;
  readonly t: PopupWords;
  readonly locale: string;
}

/** The popup with its one piece of state: what the page is. */
export function PopupPanel({ look, use, stop, t, locale }: PopupPanelProps) {
  const [state, setState] = useState<PopupState>({ kind: 'looking' });
  const [failed, setFailed] = useState<PopupProps['failed']>(null);
  useEffect(() => {
    let gone = false;
    void look().then((found) => {
      if (!gone) setState(found);
    });
    return () => {
      gone = true;
    };
  }, [look]);
  const press = async (what: 'use' | 'stop', doing: Promise<boolean>): Promise<void> => {
    setFailed((await doing) ? null : what);
    setState(await look());
  };
  return (
    <Popup
      state={state}
      failed={failed}
      t={t}
      locale={locale}
      onUse={() => void press('use', use())}
      onStop={() => void press('stop', stop())}
    />
  );
}
