import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../src/cli/terminal/messages.js';

function screen(isTTY: boolean) {
  let text = '';
  let time = 0;
  const written = {
    isTTY,
    write: (more: string) => {
      text += more;
    },
  };
  return {
    messages: createMessages(written, 'en', () => time),
    wait: (ms: number) => {
      time += ms;
    },
    text: () => text,
  };
}

describe('the progress line', () => {
  it('comes after a second, at most ten times a second, and goes again', () => {
    const { messages, wait, text } = screen(true);
    messages.progress('page 1/200');
    expect(text()).toBe('');
    wait(1000);
    messages.progress('page 99/200');
    messages.progress('page 100/200');
    expect(text()).toBe('\rpage 99/200');
    wait(100);
    messages.progress('page 9/20');
    expect(text()).toBe('\rpage 99/200\rpage 9/20  ');
    messages.clearProgress();
    expect(text()).toBe('\rpage 99/200\rpage 9/20  \r         \r');
    messages.clearProgress();
    expect(text()).toBe('\rpage 99/200\rpage 9/20  \r         \r');
  });

  it('leaves room for a message', () => {
    const { messages, wait, text } = screen(true);
    wait(2000);
    messages.progress('page 1/2');
    messages.say('evalx: a.pdf: wrong\n');
    expect(text()).toBe('\rpage 1/2\r        \revalx: a.pdf: wrong\n');
  });

  it('never comes where no terminal shows it', () => {
    const { messages, wait, text } = screen(false);
    wait(5000);
    messages.progress('page 1/2');
    messages.clearProgress();
    expect(text()).toBe('');
  });
});
