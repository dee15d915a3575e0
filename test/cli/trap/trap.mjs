/**
 * For `NODE_OPTIONS=--import=…`: in this process and in all its threads and children, whatever would go to the network
 * fails and is written down in the file EVALX_TRAP, and so is every file that is opened or changed and every program.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const log = fs.openSync(process.env.EVALX_TRAP, 'a');
const note = (what, detail) => fs.writeSync(log, `${JSON.stringify([what, String(detail)])}\n`);

const isPort = ([first]) => first && !(typeof first === 'object' && typeof first.path === 'string');
function deny(object, names) {
  for (const name of names) {
    const before = object?.[name];
    if (typeof before !== 'function') continue;
    object[name] = function trapped(...args) {
      // The channels between Node's own processes are sockets of a path, or handles.
      if (object === net.Socket.prototype && !isPort(args)) return before.apply(this, args);
      note('network', name);
      throw new Error(`the network was asked for: ${name}`);
    };
  }
}
deny(net.Socket.prototype, ['connect']);
deny(net.Server.prototype, ['listen']);
deny(tls, ['connect']);
deny(dgram, ['createSocket']);
deny(http, ['request', 'get']);
deny(https, ['request', 'get']);
deny(http2, ['connect']);
const lookups = Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/u.test(name));
deny(dns, lookups);
deny(dns.promises, lookups);
deny(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);

function record(object, name, what) {
  const before = object[name];
  object[name] = function recorded(...args) {
    note(what(args), args[0] instanceof URL ? args[0].pathname : args[0]);
    return before.apply(this, args);
  };
}
const { O_WRONLY, O_RDWR, O_CREAT } = fs.constants;
const isWriting = (flags) =>
  typeof flags === 'number' ? flags & (O_WRONLY | O_RDWR | O_CREAT) : /[wa+]/u.test(flags ?? 'r');
const opening = ([, flags]) => (isWriting(typeof flags === 'function' ? 'r' : flags) ? 'write' : 'read');
const CHANGES = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rename',
  'rm',
  'unlink',
  'symlink',
  'link',
  'copyFile',
  'truncate',
];
for (const name of CHANGES) {
  for (const [object, key] of [
    [fs, name],
    [fs, `${name}Sync`],
    [fs.promises, name],
  ])
    record(object, key, () => 'write');
}
for (const [object, key] of [
  [fs, 'open'],
  [fs, 'openSync'],
  [fs.promises, 'open'],
])
  record(object, key, opening);
for (const [object, key] of [
  [fs, 'readFile'],
  [fs, 'readFileSync'],
  [fs.promises, 'readFile'],
])
  record(object, key, () => 'read');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  record(childProcess, name, () => 'program');
}
syncBuiltinESMExports();
