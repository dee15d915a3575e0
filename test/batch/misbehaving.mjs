/** A worker that does what the name of its file says. */
import { existsSync, writeFileSync } from 'node:fs';

const held = [];
process.on('disconnect', () => process.exit());
process.on('message', ({ file }) => {
  if (file === undefined) return;
  const [what, mark] = file.split(' ');
  const again = mark !== undefined && existsSync(mark);
  if (mark !== undefined) writeFileSync(mark, '');
  if (what === 'hang' && !again) for (;;);
  if (what === 'crash' && !again) process.abort();
  if (what === 'exit' && !again) process.exit(1);
  if (what === 'grow' && !again) for (;;) held.push(Buffer.alloc(16 << 20, 1));
  if (what === 'full') process.send({ unwritable: { id: 'outputUnwritable', data: { reason: 'ENOSPC' } } });
  else process.send({ done: { status: 'read', errorCode: String(process.pid) } });
});
