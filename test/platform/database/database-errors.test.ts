import { describe, expect, it } from 'vitest';
import {
  isDatabaseUnavailable,
  isDiskFull,
  isWriteConflict,
} from '../../../src/platform/database/index.ts';

/** As Prisma reports what its adapter was told: a code of its own, the database's deeper down. */
function prismaError(code: string, cause: object = {}): Error {
  return Object.assign(new Error(`Invalid invocation: ${code}`), {
    code,
    meta: { driverAdapterError: { cause } },
  });
}

function socketError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall, errno: -1 });
}

describe('a database that cannot be reached or serves nobody', () => {
  it.each([
    ['nobody listens', socketError('ECONNREFUSED', 'connect')],
    ['the connection was reset', socketError('ECONNRESET', 'read')],
    ['the embedded socket is not there yet', socketError('ENOENT', 'connect')],
    ['its name is not known', socketError('ENOTFOUND', 'getaddrinfo')],
    ['both addresses refuse', new AggregateError([socketError('ECONNREFUSED', 'connect')])],
    ['Prisma cannot reach it', prismaError('P1001')],
    ['Prisma found the connection closed', prismaError('P1017')],
    ['Prisma waited for a connection', prismaError('P2024')],
    [
      'a raw query found it closed',
      prismaError('P2010', { kind: 'ConnectionClosed', originalMessage: 'Connection terminated' }),
    ],
    ['it is shutting down', prismaError('P2039', { kind: 'postgres', originalCode: '57P01' })],
    ['it has crashed', prismaError('P2010', { kind: 'postgres', originalCode: '57P02' })],
    ['it is starting', prismaError('P2039', { kind: 'postgres', originalCode: '57P03' })],
    ['all its connections are taken', prismaError('P2037', { originalCode: '53300' })],
    ['the driver lost it in mid-query', new Error('Connection terminated unexpectedly')],
    [
      'no transaction could begin',
      Object.assign(
        new Error('Transaction API error: Unable to start a transaction in the given time.'),
        { code: 'P2028' },
      ),
    ],
    ['the reason is wrapped', new Error('failed', { cause: socketError('EPIPE', 'write') })],
  ])('%s: the work may succeed later', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(isDiskFull(error)).toBe(false);
  });

  it.each([
    ['a duplicate key', prismaError('P2002', { originalCode: '23505' })],
    ['a column that does not exist', prismaError('P2022', { originalCode: '42703' })],
    ['a NUL in a text', prismaError('P2010', { originalCode: '22021' })],
    [
      'a transaction that took too long',
      Object.assign(new Error('Transaction API error: A query cannot be executed on an expired'), {
        code: 'P2028',
      }),
    ],
    ['a file that is not there', socketError('ENOENT', 'open')],
    ['an error of our own', new Error('no such dialog')],
    ['something that is no error', 'ECONNREFUSED'],
    ['nothing', undefined],
  ])('is not: %s', (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});

describe('a full disk', () => {
  it.each([
    ['said by the database', prismaError('P2010', { kind: 'postgres', originalCode: '53100' })],
    ['said by the system', socketError('ENOSPC', 'write')],
    [
      'said in words',
      prismaError('P2039', {
        originalCode: '58030',
        message: 'could not extend file "base/1/2": No space left on device',
      }),
    ],
  ])('is recognised: %s', (_, error) => {
    expect(isDiskFull(error)).toBe(true);
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});

describe('transactions in each other’s way', () => {
  it.each([
    ['a deadlock', prismaError('P2034', { originalCode: '40P01' })],
    ['a deadlock of a raw query', prismaError('P2010', { originalCode: '40P01' })],
    ['a serialization failure', prismaError('P2010', { originalCode: '40001' })],
  ])('are recognised: %s', (_, error) => {
    expect(isWriteConflict(error)).toBe(true);
  });
});
