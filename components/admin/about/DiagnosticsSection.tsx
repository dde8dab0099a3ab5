import { useId, useState } from 'react';
import type { Desk } from '../../options/desk.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';

/** What helps whoever is asked for help, to be read first and then copied. */
export function DiagnosticsSection({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  const { about } = desk.actions;
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const show = async (): Promise<void> => {
    setCopied(null);
    setText(await about.diagnose());
  };
  return (
    <Section title={t('about_diagnostics_title')} lead={t('about_diagnostics_lead')}>
      <div className="op-panel">
        {text !== null && (
          <>
            <label htmlFor={id} className="op-strong">
              {t('about_diagnostics_label')}
            </label>
            <textarea
              id={id}
              className="ds-input op-source"
              lang="en"
              readOnly
              rows={14}
              value={text}
            />
          </>
        )}
        <div className="op-actions">
          {text === null ? (
            <Button onClick={() => void show()}>{t('about_diagnostics_show')}</Button>
          ) : (
            <Button look="main" autoFocus onClick={() => void about.copy(text).then(setCopied)}>
              {t('about_diagnostics_copy')}
            </Button>
          )}
        </div>
        <p role="status" className="op-small">
          {copied !== null && t(copied ? 'about_copied' : 'about_not_copied')}
        </p>
      </div>
    </Section>
  );
}
