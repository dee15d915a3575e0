import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Question } from './messages.js';

/** Usage: npm start -- form.pdf another.pdf. */

const worker = new Worker(new URL('./worker.js', import.meta.url));
let ticks = 0;
const clock = setInterval(() => ticks++, 10);

for (const [id, path] of process.argv.slice(2).entries()) {
  const question: Question = { id, name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  worker.postMessage(question);
  const [answer] = (await once(worker, 'message')) as [Answer];
  if ('code' in answer) console.error(`${question.name}: ${answer.message} (${answer.code})`);
  else console.log(`${question.name}: ${answer.forms.length} forms, ${answer.findings.length} findings`);
}

clearInterval(clock);
console.log(ticks > 0 ? 'the main thread went on meanwhile' : 'the main thread was blocked');
await worker.terminate();
