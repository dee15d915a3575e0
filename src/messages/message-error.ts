import { type Message, say } from './say.js';

/** An error inside, whose message can be said in either language. */
export class MessageError extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(say(said, {}));
    this.said = said;
  }
}
