/** Works on the processor, or sleeps, for a quarter of a second when it is told to; as a thread or as a process. */
import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const SECONDS = 0.25;

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const say = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message));
let mark;
const todo = (what) => {
  if (what.startsWith('mark ')) {
    mark = what.slice('mark '.length);
    return say(what);
  }
  if (what === 'end') {
    writeFileSync(mark, 'ended by itself');
    process.exit();
  }
  const start = spent();
  if (what === 'work') while (spent() - start < SECONDS);
  else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SECONDS * 1000);
  say(what);
};

if (parentPort) parentPort.on('message', todo);
else process.on('message', todo).on('disconnect', () => process.exit());
say('ready');
