import type { PlaybookFault } from '../../lib/messaging/protocol.ts';
import type { Say } from './say.ts';

interface Props {
  readonly fault: PlaybookFault;
  readonly say: Say;
  /** The file's text, to show the line itself. */
  readonly text?: string | undefined;
}

/** What is wrong with a playbook: the rule, the line, and what mends it. The check speaks English. */
export function Fault({ fault, say, text }: Props) {
  const line = text?.split(/\r\n|\n|\r/)[fault.line - 1]?.trim() ?? '';
  return (
    <div className="op-fault">
      <p className="op-strong">{say.t('options_file_where', [fault.rule, fault.line])}</p>
      {line !== '' && <code className="op-code">{line.slice(0, 160)}</code>}
      <p lang="en">{fault.message}</p>
    </div>
  );
}
