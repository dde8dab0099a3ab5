import type { PlaybookFault } from '../../lib/messaging/protocol.ts';
import type { Say } from './say.ts';

interface Props {
  readonly fault: PlaybookFault;
  readonly say: Say;
  /** The file's text, to show the line itself. */
  readonly text?: string | undefined;
}

/** A line that is worth showing: a lone brace says nothing. */
const lineOf = (text: string, number: number): string => {
  const line = text.split(/\r\n|\n|\r/)[number - 1]?.trim() ?? '';
  return /\w/.test(line) ? line.slice(0, 160) : '';
};

/** What is wrong with a playbook: the rule, the line, and what mends it. The check speaks English. */
export function Fault({ fault, say, text }: Props) {
  const line = lineOf(text ?? '', fault.line);
  return (
    <div className="op-fault">
      <p className="op-strong">{say.t('options_file_where', [fault.rule, fault.line])}</p>
      {fault.path !== undefined && (
        <p className="op-small">{say.t('feed_fault_path', [fault.path])}</p>
      )}
      {line !== '' && <code className="op-code">{line}</code>}
      <p lang="en">{fault.message}</p>
      {fault.from === 'policy' && <p>{say.t('policy_fault_from')}</p>}
    </div>
  );
}
