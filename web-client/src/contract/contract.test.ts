// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDevices, parseUsers } from './accounts';
import { parseArrival } from './arrival';
import { parseAudit } from './audit';
import { parseChanges } from './changes';
import { ContractError, Json } from './json';
import { parseKeptMarks, parseMarkResults } from './keptMarks';
import { parseList, parseListReadiness, parseLists } from './lists';
import { parseManifest } from './manifest';
import { parseFetches, parsePacsFound } from './pacs';
import { parsePeers, parseTest } from './peers';
import { parseProblem } from './problem';
import { parseSession } from './session';
import { parseStudies } from './studies';
import { parseStudy } from './study';
import { parseUpload } from './uploads';

const FOLDER = new URL('../../../server/src/test/resources/contract/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
const read = (name: string): Json => Json.parse(text(name));
const changed = (name: string, from: string, to: string): Json => {
  const before = text(name);
  expect(before).toContain(from);
  return Json.parse(before.replace(from, to));
};

describe("the contract's own examples", () => {
  test('a study list is read', () => {
    const page = parseStudies(read('studies'));
    expect(page.studies[0]?.patient.name).toBe('ZZTEST, Aled (Mr)');
    expect(page.studies[0]?.readiness).toEqual({ state: 'complete', have: 300, of: 300 });
    expect(page.next).toBeNull();
  });

  test('a study descriptor is read as it stands', () => {
    expect(parseStudy(read('study'))).toEqual(JSON.parse(text('study')));
  });

  test('how much of a study is there is read as it stands', () => {
    expect(parseArrival(read('arrival'))).toEqual(JSON.parse(text('arrival')));
  });

  test('a manifest is read as it stands', () => {
    expect(parseManifest(read('manifest'))).toEqual(JSON.parse(text('manifest')));
  });

  test('marks and what became of changes are read as they stand', () => {
    expect(parseKeptMarks(read('marks'))).toEqual(JSON.parse(text('marks')).marks);
    expect(parseMarkResults(read('mark-results'))).toEqual(JSON.parse(text('mark-results')).results);
  });

  test('changes are read as they stand', () => {
    expect(parseChanges(read('changes'))).toEqual(JSON.parse(text('changes')));
  });

  test('who has signed in is read as it stands', () => {
    expect(parseSession(read('session'))).toEqual(JSON.parse(text('session')));
  });

  test('people, devices and the audit are read as they stand', () => {
    expect(parseUsers(read('users'))).toEqual(JSON.parse(text('users')).users);
    expect(parseDevices(read('devices'))).toEqual(JSON.parse(text('devices')).devices);
    expect(parseAudit(read('audit'))).toEqual(JSON.parse(text('audit')));
  });

  test('an upload is read as it stands', () => {
    expect(parseUpload(read('upload'))).toEqual(JSON.parse(text('upload')));
  });

  test('peers and how a test of one went are read as they stand', () => {
    expect(parsePeers(read('peers'))).toEqual(JSON.parse(text('peers')));
    expect(parseTest(read('peer-test'))).toEqual(JSON.parse(text('peer-test')).steps);
  });

  test('what an archive has and what is fetched are read as they stand', () => {
    expect(parsePacsFound(read('pacs-studies'))).toEqual(JSON.parse(text('pacs-studies')));
    expect(parseFetches(read('fetches'))).toEqual(JSON.parse(text('fetches')).fetches);
  });

  test('lists, and one with its lines, are read as they stand', () => {
    expect(parseLists(read('lists'))).toEqual(JSON.parse(text('lists')).lists);
    expect(parseList(read('list'))).toEqual(JSON.parse(text('list')));
    expect(parseListReadiness(read('list-readiness'))).toEqual(JSON.parse(text('list-readiness')));
  });

  test('a problem is read', () => {
    expect(parseProblem(read('problem'))).toMatchObject({ status: 404, code: 'study-not-found' });
  });
});

describe('what is not the contract', () => {
  test('a missing name is said with its place', () => {
    expect(() => parseStudies(changed('studies', '"name"', '"nom"'))).toThrow(
      new ContractError('$.studies[0].patient.name: expected a string'),
    );
  });

  test('the message never holds the value', () => {
    expect(() => parseStudies(changed('studies', '"otherNames": []', '"otherNames": "ZZSECRET"'))).toThrow(
      new ContractError('$.studies[0].patient.otherNames: expected a list'),
    );
  });

  test('a frame of an instance that is not listed is refused', () => {
    expect(() => parseStudy(changed('study', '"instance": 1, "frame"', '"instance": 2, "frame"'))).toThrow(
      '$.series[0].frames[1].instance: expected an index below 2',
    );
  });

  test('a window without width is refused', () => {
    expect(() => parseStudy(changed('study', '"width": 400.0', '"width": 0'))).toThrow('expected a number above 0');
  });

  test('a position of two numbers is refused', () => {
    expect(() => parseStudy(changed('study', '-179.2, 1.0]', '-179.2]'))).toThrow('expected 3 numbers');
  });

  test('a pixel format that nobody knows is refused', () => {
    expect(() => parseStudy(changed('study', 'GREY16', 'GREY99'))).toThrow('expected one of GREY8, GREY16, RGB8');
  });

  test('a blob at another server is refused', () => {
    expect(() => parseManifest(changed('manifest', '"/api/v1/studies/2.25.1001"', '"//elsewhere/x"'))).toThrow(
      'expected a path on this server',
    );
  });

  test('a role that nobody knows is refused', () => {
    expect(() => parseSession(changed('session', '"role": "admin"', '"role": "emperor"'))).toThrow(
      '$.role: expected one of viewer, editor, admin, device',
    );
  });

  test('text that is no JSON is refused', () => {
    expect(() => Json.parse('<html>')).toThrow('$: expected JSON');
  });

  test('members that nobody knows are ignored', () => {
    expect(parseProblem(changed('problem', '"code"', '"new": {}, "code"')).code).toBe('study-not-found');
  });
});
