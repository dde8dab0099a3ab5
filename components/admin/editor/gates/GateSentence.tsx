import { useDeferredValue } from 'react';
import { LANGUAGES } from '../../../../lib/app/catalogues.ts';
import { gateSentence } from '../../condition/sentence.ts';
import type { GateProps } from './gate.ts';

/** The gate read back as one plain sentence in each language. */
export function GateSentence({ desk, draft, gate }: GateProps) {
  const { say, says } = desk;
  const late = useDeferredValue(gate);
  return (
    <dl className="ed-sentences" aria-label={say.t('edit_gate_sentence')}>
      {LANGUAGES.map((language) => (
        <div key={language}>
          <dt>{say.t(language === 'en' ? 'edit_form_english' : 'edit_form_dutch')}</dt>
          <dd lang={language}>{gateSentence(late, draft, says[language])}</dd>
        </div>
      ))}
    </dl>
  );
}
