import { useState } from 'react';
import { SHORTCUT_PAGES, type BrowserKind } from '../../../lib/app/admin/about-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import type { AboutProps } from './AboutScreen.tsx';

const HOW_KEYS: Readonly<Record<BrowserKind, MessageKey>> = {
  chrome: 'about_keys_chrome',
  edge: 'about_keys_edge',
  firefox: 'about_keys_firefox',
};

const OTHERS = [
  ['about_key_escape', 'about_keys_escape'],
  ['about_key_tab', 'about_keys_tab'],
  ['about_key_arrows', 'about_keys_arrows'],
] as const satisfies readonly (readonly [MessageKey, MessageKey])[];

/** Which keys do what, and how the one that the browser keeps is changed. */
export function KeysSection({ desk, about }: AboutProps) {
  const { t } = desk.say;
  const [refused, setRefused] = useState(false);
  const open = async (): Promise<void> => {
    setRefused(!(await desk.actions.about.openShortcuts()));
  };
  return (
    <Section title={t('about_keys_title')}>
      <div className="op-panel">
        <dl className="ab-keys">
          <div>
            <dt>
              <kbd>{about.shortcut === '' ? t('about_keys_unset') : about.shortcut}</kbd>
            </dt>
            <dd>{t('about_keys_card')}</dd>
          </div>
          {OTHERS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{t(key)}</kbd>
              </dt>
              <dd>{t(what)}</dd>
            </div>
          ))}
        </dl>
        <p className="op-small">{t('about_keys_page')}</p>
        <div className="op-actions">
          <Button onClick={() => void open()}>{t('about_keys_change')}</Button>
          <p className="op-small op-beside">{t(HOW_KEYS[about.kind])}</p>
        </div>
        <div role="status">
          {refused && (
            <>
              <p>{t('about_keys_address')}</p>
              <code className="op-code">{SHORTCUT_PAGES[about.kind]}</code>
            </>
          )}
        </div>
      </div>
    </Section>
  );
}
