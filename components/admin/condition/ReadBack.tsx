import { useEffect, useState } from 'react';
import { LANGUAGES, type Language } from '../../../lib/app/catalogues.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say, Says } from '../../options/say.ts';
import { conditionSentence } from './sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How long nothing must have been changed before the sentence is read out, in milliseconds. */
const PAUSE = 700;

const LANGUAGE_KEYS: Readonly<Record<Language, MessageKey>> = {
  en: 'edit_form_english',
  nl: 'edit_form_dutch',
};

interface Props {
  readonly condition: Condition;
  readonly playbook: Vocabulary;
  readonly say: Say;
  readonly says: Says;
}

/** A condition read back as a sentence in each language; the one of the screen is also read out, after a pause. */
export function ReadBack({ condition, playbook, say, says }: Props) {
  const own: Language = say.fmt.locale.startsWith('nl') ? 'nl' : 'en';
  const told = LANGUAGES.map((language) => ({
    language,
    text: conditionSentence(condition, playbook, says[language]),
  }));
  const settled = useSettled(told.find(({ language }) => language === own)?.text ?? '');
  return (
    <div className="cn-reads">
      <p className="op-small">{say.t('cond_reads')}</p>
      <dl>
        {told.map(({ language, text }) => (
          <div key={language}>
            <dt>{say.t(LANGUAGE_KEYS[language])}</dt>
            <dd lang={language}>{text}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className="ds-hidden">
        {settled}
      </p>
    </div>
  );
}

/** A text once it has not changed for a while; "" until it has changed at all. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState({ first: text, text: '' });
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled((last) => (last.text === '' && text === last.first ? last : { ...last, text }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled.text;
}
