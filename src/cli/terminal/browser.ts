import { spawn } from 'node:child_process';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import { shownPath } from '../../text/path-bytes.js';
import type { Messages } from './messages.js';

/** Starts what the system opens pages with; without a shell, so that no name is taken for a command. */
export async function openInBrowser(file: string, { say, lang }: Messages): Promise<void> {
  const program = { darwin: 'open', win32: 'explorer.exe' }[process.platform as string] ?? 'xdg-open';
  const started = await new Promise<boolean>((done) => {
    const child = spawn(program, [file], { stdio: 'ignore', detached: true });
    child.once('error', () => done(false));
    child.once('spawn', () => done(true));
    child.unref();
  });
  if (!started) say(message(sayWithFlags(messageOf('browserMissing', { file: shownPath(file) }), lang)));
}
