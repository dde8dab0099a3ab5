import { useDeferredValue, useMemo } from 'react';
import { LANGUAGES } from '../../../../lib/app/catalogues.ts';
import { gateSentence } from '../../condition/sentence.ts';
import { useVocabulary } from '../../condition/vocabulary.ts';
import type { GateProps } from './gate.ts';

/** The gate read back as one plain sentence in each language. */
export function GateSentence({ desk, draft, gate }: GateProps) {
  const { say, says } = desk;
  const playbook = useVocabulary(draft);
  const late = useDeferredValue(gate);
  const told = useMemo(
    () =>
      LANGUAGES.map((language) => ({
        language,
        text: gateSentence(late, playbook, says[language]),
      })),
    [late, playbook, says],
  );
  return (
    <dl className="ed-sentences" aria-label={say.t('edit_gate_sentence')}>
      {told.map(({ language, text }) => (
        <div key={language}>
          <dt>{say.t(language === 'en' ? 'edit_form_english' : 'edit_form_dutch')}</dt>
          <dd lang={language}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
