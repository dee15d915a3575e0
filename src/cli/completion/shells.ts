import { bash } from './bash.js';
import type { KnownCommand } from './command-tree.js';
import { fish } from './fish.js';
import { powershell } from './powershell.js';
import { zsh } from './zsh.js';

/** A script for each shell, which completes commands, options, and their values. */
export const SHELLS = { bash, zsh, fish, powershell } as const satisfies Record<string, (root: KnownCommand) => string>;
