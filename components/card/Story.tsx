import { Disclosure } from '../ui/Disclosure.tsx';
import { useCard } from './context.ts';
import { STORY_KEYS } from './labels.ts';

/** What the team tells about itself that helps on this deal: folded to a line. */
export function Story() {
  const { t, fmt, view } = useCard();
  const { stories } = view;
  if (stories.length === 0) return null;
  return (
    <section className="ds-section ds-folds">
      <Disclosure heading="h3" summary={t('story_title', [fmt.number(stories.length)])}>
        <ul className="ds-list">
          {stories.map(({ id, kind, name, text }) => (
            <li key={id} className="ds-line">
              <span className="ds-summary-text">
                <span className="ds-read">{t(STORY_KEYS[kind])}</span>
                <span className="ds-name">{fmt.text(name)}</span>
                <span className="ds-read">{fmt.text(text)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
