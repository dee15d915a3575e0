#!/usr/bin/env node
import { start } from '../dist/cli/start/start.js';

await start(process.argv);
